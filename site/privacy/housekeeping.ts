import type { SanityClient } from '@sanity/client';

import { emptyBin } from '../comments/empty-bin.ts';
import type { MailTraces } from '../mail/traces.ts';
import { resumeErasures } from './erase.ts';
import type { Traces } from './erase.ts';
import type { Erasures } from './erasures.ts';
import { forgetGone } from './forget-gone.ts';
import { dropOldPrivateParts } from './retention.ts';
import { nameOf } from '../message-of.ts';

const DAY_MS = 86_400_000;
const RETRY_MS = 600_000;

export interface HousekeepingOptions {
  /** May write, and sees everything. */
  client: SanityClient;
  erasures: Erasures;
  traces: Traces;
  /** What the mail has noted; undefined where there was never any. */
  mailTraces: MailTraces | undefined;
  /** How long private parts are kept after a comment is public, in months; undefined: as long as it. */
  keepMonths: () => number | undefined;
  now: () => Date;
  /** Told what was deleted and what failed, a line each; never anything personal. */
  log: (line: string) => void;
}

/**
 * Deletes what is kept no longer, now and once a day, and sooner again where something failed:
 * erasures that a fault cut short, spam and trash, private parts whose time is over, notes of mail.
 *
 * @returns what ends it, once the task that is under way is done
 */
export function startHousekeeping(options: HousekeepingOptions): () => Promise<void> {
  const { client, mailTraces, keepMonths, log } = options;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const tasks: readonly [what: string, work: (now: Date) => Promise<number>][] = [
    ['comments erased again', (now) => resumeErasures({ ...options, now })],
    ['comments deleted from spam and trash', (now) => emptyBin(client, now)],
    [
      'private parts deleted whose time was over',
      async (now) => {
        const months = keepMonths();
        return months === undefined ? 0 : dropOldPrivateParts(client, now, months);
      },
    ],
    [
      'notes of mail',
      async (now) =>
        mailTraces === undefined
          ? 0
          : mailTraces.sweep(now) + (await forgetGone(client, mailTraces)),
    ],
  ];

  const run = async (): Promise<void> => {
    let failed = false;
    for (const [what, work] of tasks) {
      if (stopped) return;
      try {
        const count = await work(options.now());
        if (count > 0) log(`Kept no longer: ${count} ${what}.`);
      } catch (error) {
        failed = true;
        const reason = nameOf(error);
        log(`Not done yet: ${what} (${reason}). Trying again in ten minutes.`);
      }
    }
    if (stopped) return;
    timer = setTimeout(
      () => {
        running = run();
      },
      failed ? RETRY_MS : DAY_MS,
    );
    timer.unref();
  };

  let running = run();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await running;
  };
}
