import { BEFORE } from '../comments/change.ts';
import { URGENT_REASON } from '../comments/triage/emergency.ts';
import type { AddressMark } from './address-mark.ts';
import type { Digests } from './digests.ts';
import { MAX_LISTED, toPendingLetter, type PendingComment } from './letters.ts';
import type { MailLinks } from './mail-links.ts';
import { toMail, toMessageId, type Compose, type MailSite } from './mail-site.ts';
import type { MailStore, StoredComment } from './mail-store.ts';
import { toQuotedText } from './quoted-text.ts';

export interface ModeratorMailOptions {
  store: Pick<MailStore, 'waiting'>;
  site: MailSite;
  links: MailLinks;
  mark: AddressMark;
  digests: Digests;
  /** The addresses of the moderators. */
  moderators: () => readonly string[];
  now: () => Date;
}

/**
 * Writes the mail to a moderator: all comments that wait and that the last one did not tell of, those first
 * that may be an emergency.
 */
export function createModeratorMail(options: ModeratorMailOptions): Compose {
  const { store, site, links, mark, digests, moderators, now } = options;

  const toPending = (comment: StoredComment): PendingComment => {
    const id = comment._id.replace(/^drafts\./, '');
    return {
      name: comment.name,
      pageTitle: site.pageTitle(comment.article._ref) ?? 'a page that is not public',
      submittedAt: comment.submittedAt,
      text: toQuotedText(comment.body),
      reasons: comment.reasons,
      urgent: isUrgent(comment),
      approveUrl: links.approve(id, now()),
      spamUrl: links.spam(id, now()),
    };
  };

  return async (errand) => {
    const moderator = errand.subject;
    const told = digests.of(moderator);
    const to = moderators().find((address) => mark(address) === moderator);
    const waiting = to === undefined ? [] : await store.waiting(told);
    if (to === undefined || waiting.length === 0) {
      digests.forget(moderator, told);
      return undefined;
    }
    // Of each kind the oldest first, as they came.
    const inOrder = waiting.toSorted((a, b) => Number(isUrgent(b)) - Number(isUrgent(a)));
    const listed = inOrder.slice(0, MAX_LISTED).map(toPending);
    const letter = toPendingLetter(listed, waiting.length - listed.length, site.studioUrl);
    return {
      mail: toMail(to, letter, toMessageId(errand, site, told.join())),
      note() {
        digests.told(moderator, told, now());
        digests.goOn(moderator, now());
      },
    };
  };
}

/** Somebody may still need help, whatever the comment says now. */
const URGENT = [URGENT_REASON, `${BEFORE}${URGENT_REASON}`];

function isUrgent({ reasons }: StoredComment): boolean {
  return reasons.some((reason) => URGENT.some((start) => reason.startsWith(start)));
}
