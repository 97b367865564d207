import { createHash } from 'node:crypto';

import type { Errand } from './errands.ts';
import { toHtmlLetter, toPlainLetter, type Letter } from './letter.ts';
import type { Mail } from './mailer.ts';

/** What mails tell of the site. */
export interface MailSite {
  /** Where readers find it, without a slash at the end. */
  readonly siteUrl: string;
  /** Where moderators find the comments that wait, if that is known. */
  readonly studioUrl: string | undefined;
  title: () => string;
  /** The title of the article or technique with this id; undefined while it is not public. */
  pageTitle: (pageId: string) => string | undefined;
  /** The full address of an approved comment, or of its page until it stands there. */
  commentUrl: (commentId: string, pageId: string) => string;
}

/** A mail, and what is to be noted once it is sent. */
export interface Composed {
  readonly mail: Mail;
  readonly note?: () => void;
}

/**
 * Writes the mail of an errand, from what the store holds now.
 *
 * @returns undefined where there is nothing to send: taken back, decided, erased, not wanted
 */
export type Compose = (errand: Errand) => Promise<Composed | undefined>;

/** @param what tells mails about the same subject apart */
export function toMessageId(
  { kind, subject }: Errand,
  { siteUrl }: Pick<MailSite, 'siteUrl'>,
  what = '',
): string {
  // The same mail keeps its id, so that receivers can tell when it comes twice.
  const name = createHash('sha256').update(`${kind} ${subject} ${what}`).digest('hex');
  return `<${name.slice(0, 32)}@${new URL(siteUrl).hostname}>`;
}

export function toMail(to: string, letter: Letter, messageId: string): Mail {
  const { subject } = letter;
  return { to, subject, text: toPlainLetter(letter), html: toHtmlLetter(letter), messageId };
}
