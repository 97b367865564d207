import { fieldOf, textOf, textsOf, toDraftId, toPrivateId } from '../comment.ts';
import type { ModeratedComment, Stored } from '../comment.ts';
import { isStored } from '../comment.ts';
import { toExcerpt } from '../text/body.ts';

/** What a commenter told only us. */
export interface Sender {
  readonly email: string;
  /** The owner of the address has confirmed it by mail, with this comment or another. */
  readonly confirmed: boolean;
  /** Mail about answers is asked for, and not called off. */
  readonly wantsMail: boolean;
  readonly browser: string | undefined;
}

/** What a moderator sees around a comment. */
export interface CommentContext {
  readonly page:
    | {
        readonly id: string;
        readonly type: string;
        readonly title: string;
        /** As stored, to find its address from. */
        readonly document: Stored;
      }
    | undefined;
  readonly parent:
    | { readonly name: string; readonly excerpt: string; readonly waits: boolean }
    | undefined;
  readonly sender: Sender | undefined;
  /** Why it was held; of the private part, so that publishing cannot show it. */
  readonly reasons: readonly string[];
  /** The draft is a change to an approved comment, not a new one. */
  readonly approvedBefore: boolean;
}

/** The documents around the comments: pages, parents, private parts, and approved versions. Parameter: `$ids`. */
export const contextQuery = `*[_id in $ids]{
  _id, _type, title, slug, section, name, body,
  email, verifiedAt, notify, unsubscribedAt, userAgent, reasons
}`;

/** When addresses were confirmed, and their mail ended. Parameter: `$emails`, in small letters. */
export const confirmationsQuery = `*[
  _type == "privateComment" && lower(email) in $emails
  && (defined(verifiedAt) || defined(unsubscribedAt))
]{"email": lower(email), verifiedAt, unsubscribedAt}`;

const EXCERPT = 160;

/** The ids of the documents around these comments. A page or parent may be published or a draft. */
export function toContextIds(comments: readonly ModeratedComment[]): readonly string[] {
  const ids = comments.flatMap(({ id, draft, articleId, parentId }) => [
    toPrivateId(id),
    ...(draft ? [id] : []),
    ...[articleId, parentId]
      .filter((ref) => ref !== undefined)
      .flatMap((ref) => [ref, toDraftId(ref)]),
  ]);
  return [...new Set(ids)];
}

/** The addresses in small letters, each once, among the documents that `contextQuery` returned. */
export function toEmails(documents: unknown): readonly string[] {
  const emails = (Array.isArray(documents) ? documents : [])
    .map((document) => textOf(document, 'email')?.toLowerCase())
    .filter((email) => email !== undefined);
  return [...new Set(emails)];
}

/** The addresses that are confirmed, and whose mail was not ended since, among what `confirmationsQuery` returned. */
export function toConfirmed(confirmations: unknown): ReadonlySet<string> {
  const latest = new Map<string, { readonly at: number; readonly verified: boolean }>();
  for (const part of Array.isArray(confirmations) ? confirmations : []) {
    const email = textOf(part, 'email') ?? '';
    for (const field of ['verifiedAt', 'unsubscribedAt']) {
      const at = Date.parse(textOf(part, field) ?? '');
      const verified = field === 'verifiedAt';
      const known = latest.get(email);
      // What was ended at the same moment is ended.
      if (at > (known?.at ?? -Infinity) || (at === known?.at && !verified)) {
        latest.set(email, { at, verified });
      }
    }
  }
  return new Set([...latest].filter(([, { verified }]) => verified).map(([email]) => email));
}

function toSender(part: unknown, confirmed: ReadonlySet<string>): Sender | undefined {
  const email = textOf(part, 'email');
  if (email === undefined) return undefined;
  return {
    email,
    confirmed: confirmed.has(email.toLowerCase()),
    wantsMail: fieldOf(part, 'notify') === true && textOf(part, 'unsubscribedAt') === undefined,
    browser: textOf(part, 'userAgent'),
  };
}

/**
 * Finds the context of a comment among the documents that `contextQuery` returned.
 *
 * @param confirmed addresses, see `toConfirmed`
 */
export function toContext(
  comment: ModeratedComment,
  documents: unknown,
  confirmed: ReadonlySet<string>,
): CommentContext {
  const byId = new Map<string, Stored>();
  for (const document of Array.isArray(documents) ? documents : []) {
    const id = textOf(document, '_id');
    if (id !== undefined && isStored(document)) byId.set(id, document);
  }
  const find = (id: string | undefined) =>
    id === undefined ? undefined : (byId.get(id) ?? byId.get(toDraftId(id)));

  const part = byId.get(toPrivateId(comment.id));
  const page = find(comment.articleId);
  const parent = find(comment.parentId);
  return {
    page:
      page === undefined || comment.articleId === undefined
        ? undefined
        : {
            id: comment.articleId,
            type: textOf(page, '_type') ?? 'article',
            title: textOf(page, 'title') ?? 'Untitled page',
            document: page,
          },
    parent:
      parent === undefined || comment.parentId === undefined
        ? undefined
        : {
            name: textOf(parent, 'name') ?? 'No name',
            excerpt: toExcerpt(fieldOf(parent, 'body'), EXCERPT),
            waits: !byId.has(comment.parentId),
          },
    sender: toSender(part, confirmed),
    reasons: textsOf(part, 'reasons'),
    approvedBefore: comment.draft && byId.has(comment.id),
  };
}
