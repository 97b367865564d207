import type { Errand, Errands } from './errands.ts';
import type { MailFile } from './mail-file.ts';
import { nameOf } from '../message-of.ts';

/** What became of an errand. Reasons tell nothing personal. */
export type Outcome =
  /** It is done, or there is nothing to send any more; `note` keeps what follows from it. */
  | { readonly status: 'done'; readonly note?: () => void }
  | { readonly status: 'refused' | 'later' | 'away'; readonly reason: string };

export interface SendingOptions {
  file: Pick<MailFile, 'together'>;
  errands: Errands;
  /** Sends the mail of one errand. */
  send: (errand: Errand) => Promise<Outcome>;
  now: () => Date;
  /** Told of failures, a line each. */
  log: (line: string) => void;
}

export interface Sending {
  /** Sends what is due, one after another, until the signal tells it to stop. */
  run: (signal: AbortSignal) => Promise<void>;
  /** Why nothing can be sent, while nothing can: one line, for whoever watches over the site. */
  trouble: () => string | undefined;
  /** When there is something to do next. */
  nextRun: () => Date | undefined;
}

const MINUTE_MS = 60_000;
const GIVE_UP_MS = 5 * 24 * 60 * MINUTE_MS;

/** 1, 2, 4 minutes and so on to an hour. */
export function toMailBackoff(attempts: number): number {
  return Math.min(60, 2 ** attempts) * MINUTE_MS;
}

/**
 * Sends the mails that wait: each once, however often it fails before.
 *
 * When the process is killed between a mail's sending and the note of it, that one is sent again,
 * under the same Message-ID. What could not be sent in five days is given up.
 */
export function createSending({ file, errands, send, now, log }: SendingOptions): Sending {
  let failures = 0;
  let why = '';
  let resumeAt = new Date(0);

  const pause = (reason: string): void => {
    resumeAt = new Date(now().getTime() + toMailBackoff(failures));
    failures += 1;
    why = reason;
    log(`Mail cannot be sent: ${reason}. ${errands.count()} wait; trying again.`);
  };

  /** @returns whether to go on with the next */
  const settle = (errand: Errand & { attempts: number }, outcome: Outcome): boolean => {
    const { kind, subject, attempts } = errand;
    if (outcome.status === 'away') {
      pause(outcome.reason);
      return false;
    }
    failures = 0;
    if (outcome.status === 'later') {
      errands.retry(errand, new Date(now().getTime() + toMailBackoff(attempts)));
      log(`The mail ${kind} ${subject} is not taken yet: ${outcome.reason}.`);
      return true;
    }
    file.together(() => {
      errands.remove(errand);
      if (outcome.status === 'done') outcome.note?.();
    });
    if (outcome.status === 'refused')
      log(`The mail ${kind} ${subject} is refused: ${outcome.reason}.`);
    return true;
  };

  return {
    async run(signal) {
      const expired = errands.expire(new Date(now().getTime() - GIVE_UP_MS));
      if (expired > 0) log(`${expired} mails were given up: they could not be sent for five days.`);
      while (!signal.aborted && now() >= resumeAt) {
        const errand = errands.next(now());
        if (errand === undefined) return;
        const outcome = await send(errand).catch((error: unknown): Outcome => ({
          status: 'later',
          reason: nameOf(error),
        }));
        if (!settle(errand, outcome)) return;
      }
    },
    trouble: () =>
      failures > 0 ? `Mail cannot be sent: ${why}. ${errands.count()} wait.` : undefined,
    nextRun() {
      const due = errands.nextDue();
      return due === undefined || due > resumeAt ? due : resumeAt;
    },
  };
}
