import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findChromium } from './chromium.ts';

/**
 * Brings a browser before the first journey starts, so that no test waits for or is blamed for it, and
 * gives the journeys a folder for what the first of them builds.
 */
export default async function setup(): Promise<() => void> {
  process.env['CHROMIUM_PATH'] = await findChromium();
  const built = mkdtempSync(join(tmpdir(), 'lymphwise-built-'));
  process.env['BUILT_FOLDER'] = built;
  return () => rmSync(built, { recursive: true, force: true });
}
