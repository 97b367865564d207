import { fieldOf, textOf, textsOf, toDraftId, toPrivateId } from '../comment.ts';
import type { ModeratedComment, Stored } from '../comment.ts';
import { isStored } from '../comment.ts';
import { toExcerpt } from '../text/body.ts';

/** What a commenter told only us. */
export interface Sender {
  readonly email: string;
  /** Its owner has confirmed the address by mail. */
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

function toSender(part: unknown): Sender | undefined {
  const email = textOf(part, 'email');
  if (email === undefined) return undefined;
  return {
    email,
    confirmed: textOf(part, 'verifiedAt') !== undefined,
    wantsMail: fieldOf(part, 'notify') === true && textOf(part, 'unsubscribedAt') === undefined,
    browser: textOf(part, 'userAgent'),
  };
}

/** Finds the context of a comment among the documents that `contextQuery` returned. */
export function toContext(comment: ModeratedComment, documents: unknown): CommentContext {
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
    sender: toSender(part),
    reasons: textsOf(part, 'reasons'),
    approvedBefore: comment.draft && byId.has(comment.id),
  };
}
