import type { Submission } from './submission.ts';

/** What is known about the sender; kept by `createRateLimit`. */
export interface SenderHistory {
  sentInLastMinute: number;
  sentInLastDay: number;
}

export type Verdict =
  | { status: 'pending'; reasons: readonly string[] }
  | { status: 'spam'; reasons: readonly string[] }
  | { status: 'refused'; reason: 'rate' };

const MAX_PER_MINUTE = 3;
const MAX_PER_DAY = 30;
const MAX_LINKS = 2;

interface Check {
  /** Why the comment is held, as a moderator reads it. */
  reason: string;
  holds: (submission: Submission) => boolean;
}

const CHECKS: readonly Check[] = [
  // Holds every comment until email addresses can be verified.
  { reason: 'Email address not verified', holds: () => true },
  { reason: `More than ${MAX_LINKS} links`, holds: ({ source }) => countLinks(source) > MAX_LINKS },
  { reason: 'Gives a website', holds: ({ website }) => website !== undefined },
  { reason: 'A link as the name', holds: ({ name }) => countLinks(name) > 0 },
];

/**
 * Decides what happens to a comment before a moderator sees it.
 *
 * Refusals come first, so a trap cannot outrun the rate limit. A check that breaks holds the
 * comment. Reads no clock and no database: the sender's history is passed in.
 */
export function triage(submission: Submission, history: SenderHistory): Verdict {
  if (history.sentInLastMinute >= MAX_PER_MINUTE || history.sentInLastDay >= MAX_PER_DAY) {
    return { status: 'refused', reason: 'rate' };
  }
  if (submission.trap !== '') {
    return { status: 'spam', reasons: ['The hidden field was filled in'] };
  }
  const reasons = CHECKS.filter((check) => holds(check, submission)).map(({ reason }) => reason);
  return { status: 'pending', reasons };
}

function holds(check: Check, submission: Submission): boolean {
  try {
    return check.holds(submission);
  } catch {
    return true;
  }
}

function countLinks(text: string): number {
  return text.match(/(?:https?:\/\/|www\.)/gi)?.length ?? 0;
}
