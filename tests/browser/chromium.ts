import { type Browser, chromium } from 'playwright-core';

import { type Machine, thisMachine } from './machine.ts';
import { chosen, debianPackage, installed, npmPackage, type Way } from './ways.ts';

/** In order: what was chosen, what is there, what the system offers, what npm offers. */
const WAYS: readonly Way[] = [chosen, installed, debianPackage, npmPackage];

/**
 * The path of a Chromium that runs here, installing one if need be.
 *
 * @throws Error saying what was tried and the command that brings a browser
 */
export async function findChromium(
  machine: Machine = thisMachine,
  ways: readonly Way[] = WAYS,
): Promise<string> {
  const reasons: string[] = [];
  for (const way of ways) {
    const outcome = await way(machine);
    if ('path' in outcome) return outcome.path;
    reasons.push(outcome.why);
  }
  throw new Error(
    `The browser tests found no Chromium: ${reasons.join('; ')}.\n` +
      'Run `npx playwright-core install --with-deps chromium`, or set CHROMIUM_PATH to one.',
  );
}

/** A headless browser for a test, which closes it. Works as root and without a network. */
export async function launchChromium(): Promise<Browser> {
  return chromium.launch({
    executablePath: await findChromium(),
    // Beyond Playwright's own: what would look for a graphics card, or call Google at every start.
    args: ['--disable-gpu', '--disable-quic', '--disable-sync'],
  });
}
