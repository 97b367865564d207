import type { AddressMark } from './address-mark.ts';
import type { Errand } from './errands.ts';
import {
  toBrowserLetter,
  toConfirmLetter,
  toPublicLetter,
  toReplyLetter,
  toYourDataLetter,
} from './letters.ts';
import type { Surroundings } from './letters.ts';
import type { MailLinks } from './mail-links.ts';
import { toMail, toMessageId, type Compose, type MailSite } from './mail-site.ts';
import type { MailStore, StoredComment } from './mail-store.ts';
import { toQuotedText } from './quoted-text.ts';
import { isConfirmed, mayHear } from './subscription.ts';
import type { Unasked } from './unasked.ts';

export interface CommenterMailOptions {
  store: Pick<MailStore, 'versionsOf' | 'partOf' | 'partsOf'>;
  site: MailSite;
  links: MailLinks;
  mark: AddressMark;
  unasked: Unasked;
  now: () => Date;
}

interface Hearer {
  readonly email: string;
  readonly surroundings: Surroundings;
}

type CommenterErrand = Exclude<Errand['kind'], 'digest'>;

/** Writes the mails to those who comment, by the kind of the errand. */
export function createCommenterMail(
  options: CommenterMailOptions,
): Readonly<Record<CommenterErrand, Compose>> {
  const { store, site, links, mark, unasked, now } = options;

  /** Undefined where the page is not public any more. */
  const around = ({ article }: StoredComment, email: string): Surroundings | undefined => {
    const pageTitle = site.pageTitle(article._ref);
    if (pageTitle === undefined) return undefined;
    return { siteTitle: site.title(), pageTitle, unsubscribeUrl: links.unsubscribe(mark(email)) };
  };

  const published = async (id: string): Promise<StoredComment | undefined> => {
    const { published: comment } = await store.versionsOf(id);
    return comment?.removed ? undefined : comment;
  };

  /** Who may hear of a comment, and where; undefined where nobody may. */
  const hearerOf = async (commentId: string, about: StoredComment): Promise<Hearer | undefined> => {
    const part = await store.partOf(commentId);
    if (part?.notify !== true) return undefined;
    if (!mayHear(part, await store.partsOf(part.email))) return undefined;
    const surroundings = around(about, part.email);
    return surroundings && { email: part.email, surroundings };
  };

  const urlOf = ({ _id, article }: StoredComment): string => site.commentUrl(_id, article._ref);

  /** Who has confirmed the address already is asked only where the comment came from another browser. */
  const confirm: Compose = async (errand) => {
    const part = await store.partOf(errand.subject);
    if (part?.notify !== true || !unasked.allows('confirm', part.email, now())) return undefined;
    const versions = await store.versionsOf(errand.subject);
    const comment = versions.published ?? versions.draft;
    if (comment === undefined || comment.moderation || comment.removed) return undefined;
    const confirmed = isConfirmed(await store.partsOf(part.email));
    if (confirmed && errand.kind !== 'browser') return undefined;
    const surroundings = around(comment, part.email);
    if (surroundings === undefined) return undefined;
    const toLetter = confirmed ? toBrowserLetter : toConfirmLetter;
    const letter = toLetter(surroundings, links.confirm(errand.subject, now()));
    const mail = toMail(part.email, letter, toMessageId(errand, site));
    return {
      mail: { ...mail, unsubscribeUrl: surroundings.unsubscribeUrl },
      note: () => unasked.sent('confirm', part.email, now()),
    };
  };

  return {
    confirm,
    browser: confirm,

    async public(errand) {
      const comment = await published(errand.subject);
      const hearer = comment && (await hearerOf(comment._id, comment));
      if (comment === undefined || hearer === undefined) return undefined;
      const { email, surroundings } = hearer;
      const letter = toPublicLetter(surroundings, urlOf(comment));
      const mail = toMail(email, letter, toMessageId(errand, site));
      return { mail: { ...mail, unsubscribeUrl: surroundings.unsubscribeUrl } };
    },

    async reply(errand) {
      const comment = await published(errand.subject);
      const parentId = comment?.parent?._ref;
      if (comment === undefined || parentId === undefined) return undefined;
      const hearer = await hearerOf(parentId, comment);
      const author = await store.partOf(comment._id);
      if (hearer === undefined) return undefined;
      const { email, surroundings } = hearer;
      if (author !== undefined && mark(author.email) === mark(email)) return undefined;
      const letter = toReplyLetter(surroundings, {
        name: comment.name,
        byEditor: comment.byEditor === true,
        text: toQuotedText(comment.body),
        url: urlOf(comment),
      });
      const mail = toMail(email, letter, toMessageId(errand, site));
      // Answers stand together, under the mail that told of the comment they answer.
      const inReplyTo = toMessageId({ kind: 'public', subject: parentId }, site);
      return { mail: { ...mail, unsubscribeUrl: surroundings.unsubscribeUrl, inReplyTo } };
    },

    async 'your-data'(errand) {
      const part = await store.partOf(errand.subject);
      if (part === undefined || !unasked.allows('your-data', part.email, now())) return undefined;
      const letter = toYourDataLetter(site.title(), links.yourData(errand.subject, now()));
      // Each is a mail of its own: the link in an older one is over.
      const messageId = toMessageId(errand, site, now().toISOString());
      return {
        mail: toMail(part.email, letter, messageId),
        note: () => unasked.sent('your-data', part.email, now()),
      };
    },
  };
}
