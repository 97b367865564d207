import type { Purpose, Signer } from '../comments/signed.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** The addresses that mails lead to; each works for its receiver alone. */
export interface MailLinks {
  approve: (commentId: string, now: Date) => string;
  spam: (commentId: string, now: Date) => string;
  confirm: (commentId: string, now: Date) => string;
  yourData: (commentId: string, now: Date) => string;
  /** Works for ever: a mail may be read late. @param addressMark of the receiver */
  unsubscribe: (addressMark: string) => string;
}

/** @param commentsUrl where comments are taken, in full and without a slash at the end */
export function createMailLinks(commentsUrl: string, signer: Signer): MailLinks {
  const link = (path: string, purpose: Purpose, subject: string, expires?: Date): string =>
    `${commentsUrl}/${path}/${signer.sign(purpose, subject, expires)}`;
  return {
    approve: (id, now) => link('moderate', 'approve', id, after(now, 14 * DAY_MS)),
    spam: (id, now) => link('moderate', 'spam', id, after(now, 14 * DAY_MS)),
    confirm: (id, now) => link('confirm', 'confirm', id, after(now, 14 * DAY_MS)),
    yourData: (id, now) => link('your-data', 'your-data', id, after(now, HOUR_MS)),
    unsubscribe: (addressMark) => link('unsubscribe', 'unsubscribe', addressMark),
  };
}

function after(now: Date, milliseconds: number): Date {
  return new Date(now.getTime() + milliseconds);
}
