import { toLine } from '../comments/tidy-text.ts';
import { longDate } from '../text/dates.ts';
import type { Letter, Part } from './letter.ts';

/** How many comments one mail to a moderator quotes. */
export const MAX_LISTED = 20;

/** A comment that waits, and where a moderator decides about it. */
export interface PendingComment {
  readonly name: string;
  readonly pageTitle: string;
  /** ISO 8601. */
  readonly submittedAt: string;
  readonly text: string;
  /** Why it is held. */
  readonly reasons: readonly string[];
  /** It reads as if somebody needed help now. */
  readonly urgent: boolean;
  readonly approveUrl: string;
  readonly spamUrl: string;
}

/**
 * To a moderator: comments that wait for a decision.
 *
 * @param more how many others wait that are not listed
 * @param studioUrl where all of them are, if that is known
 */
export function toPendingLetter(
  listed: readonly PendingComment[],
  more: number,
  studioUrl: string | undefined,
): Letter {
  const count = listed.length + more;
  const [first] = listed;
  const subject =
    count === 1 && first !== undefined
      ? `A comment waits for you: ${toLine(first.pageTitle)}`
      : `${count} comments wait for you`;
  const isUrgent = listed.some(({ urgent }) => urgent);
  return {
    subject: isUrgent ? `Perhaps an emergency. ${subject}` : subject,
    parts: [
      ...listed.flatMap(toPendingParts),
      ...(more === 0 ? [] : [`${more} more ${more === 1 ? 'comment waits' : 'comments wait'}.`]),
      ...(studioUrl === undefined
        ? []
        : [{ links: [{ label: 'All comments that wait, in the Studio', href: studioUrl }] }]),
      'The links to approve and to mark as spam ask once more before anything happens. They work for 14 days, for whoever has them: do not pass this mail on.',
    ],
  };
}

function toPendingParts(comment: PendingComment): readonly Part[] {
  const { name, pageTitle, submittedAt, text, reasons, approveUrl, spamUrl } = comment;
  return [
    `${toLine(name)} commented on “${toLine(pageTitle)}” on ${longDate(submittedAt)}:`,
    { quote: text },
    ...(reasons.length === 0 ? [] : [`Why it is held: ${reasons.map(toLine).join('; ')}.`]),
    {
      links: [
        { label: `Approve the comment by ${toLine(name)}`, href: approveUrl },
        { label: `Mark the comment by ${toLine(name)} as spam`, href: spamUrl },
      ],
    },
    { rule: true },
  ];
}

/** What every mail to a commenter tells of the site and of the way out. */
export interface Surroundings {
  readonly siteTitle: string;
  readonly pageTitle: string;
  readonly unsubscribeUrl: string;
}

/** To whoever owns an address that a comment gave: nothing of that comment is in it. */
export function toConfirmLetter(around: Surroundings, confirmUrl: string): Letter {
  const { siteTitle, pageTitle } = titlesOf(around);
  return {
    subject: `Confirm your address: ${pageTitle}`,
    parts: [
      `Somebody, you we hope, commented on “${pageTitle}” at ${siteTitle}, gave this address, and asked for mail: when the comment is public, and when somebody answers it.`,
      'If it was you, confirm that the address is yours. The link works for 14 days.',
      { links: [{ label: 'Confirm this address', href: confirmUrl }] },
      'If it was not you, you need do nothing: nothing of this comes to an address that is not confirmed.',
      ...wayOut(around, 'You can also tell us never to ask again.'),
    ],
  };
}

/** To whoever has confirmed an address that a comment from another browser gave: nothing of it is in it. */
export function toBrowserLetter(around: Surroundings, confirmUrl: string): Letter {
  const { siteTitle, pageTitle } = titlesOf(around);
  return {
    subject: `Was this you? ${pageTitle}`,
    parts: [
      `Somebody, you we hope, commented on “${pageTitle}” at ${siteTitle} with this address, in a browser that is not known to be yours, and asked for mail about it.`,
      'If it was you, open the link in that browser: the mail is sent then, and comments from there count as yours. The link works for 14 days.',
      { links: [{ label: 'Make the browser known', href: confirmUrl }] },
      'If it was not you, you need do nothing: no mail about this comment comes, and only the browser in which you press the button is known.',
      ...wayOut(around, WHY),
    ],
  };
}

/** To a commenter: an editor has approved the comment. */
export function toPublicLetter(around: Surroundings, commentUrl: string): Letter {
  const { siteTitle, pageTitle } = titlesOf(around);
  return {
    subject: `Your comment is public: ${pageTitle}`,
    parts: [
      `An editor has approved your comment on “${pageTitle}” at ${siteTitle}. Everybody can read it now.`,
      { links: [{ label: 'See your comment', href: commentUrl }] },
      ...wayOut(around, WHY),
    ],
  };
}

/** An approved answer, as its reader may see it. */
export interface Answer {
  readonly name: string;
  readonly byEditor: boolean;
  readonly text: string;
  readonly url: string;
}

/** To a commenter: somebody has answered. */
export function toReplyLetter(around: Surroundings, answer: Answer): Letter {
  const { siteTitle, pageTitle } = titlesOf(around);
  const who = `${toLine(answer.name)}${answer.byEditor ? ', an editor of the site,' : ''}`;
  return {
    subject: `An answer to your comment: ${pageTitle}`,
    parts: [
      `${who} has answered your comment on “${pageTitle}” at ${siteTitle}:`,
      { quote: answer.text },
      { links: [{ label: 'Read it on the page', href: answer.url }] },
      'To go on, write there: what is sent back to this address does not appear on the page.',
      ...wayOut(around, WHY),
    ],
  };
}

/** To whoever owns an address that was typed where people ask what is kept about them. */
export function toYourDataLetter(siteTitle: string, yourDataUrl: string): Letter {
  return {
    subject: `What ${toLine(siteTitle)} keeps about you`,
    parts: [
      `Somebody, you we hope, asked at ${toLine(siteTitle)} what is kept about this address. The link shows it, lets you take it with you, and lets you have it erased. It works for an hour, for whoever has it: do not pass this mail on.`,
      { links: [{ label: 'See what is kept', href: yourDataUrl }] },
      'If it was not you, you need do nothing.',
    ],
  };
}

const WHY = 'You asked for this mail when you commented. One link ends all of it.';

function wayOut({ unsubscribeUrl }: Surroundings, why: string): readonly Part[] {
  return [why, { links: [{ label: 'No more mail', href: unsubscribeUrl }] }];
}

function titlesOf({ siteTitle, pageTitle }: Surroundings) {
  return { siteTitle: toLine(siteTitle), pageTitle: toLine(pageTitle) };
}
