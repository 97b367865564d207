import { toExcerpt } from './body.ts';
import { fieldOf, textOf, textsOf, toDraftId } from './comment.ts';
import type { ModeratedComment } from './comment.ts';

/** What a moderator sees around a comment. */
export interface CommentContext {
  readonly page: { readonly id: string; readonly type: string; readonly title: string } | undefined;
  readonly parent: { readonly name: string; readonly excerpt: string } | undefined;
  readonly email: string | undefined;
  /** Why it was held. */
  readonly reasons: readonly string[];
  /** The draft is a change to an approved comment, not a new one. */
  readonly approvedBefore: boolean;
}

const EXCERPT = 160;

function toPrivateId(id: string): string {
  return `private.comment.${id}`;
}

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

/** Finds the context of a comment among the documents that `contextQuery` returned. */
export function toContext(comment: ModeratedComment, documents: unknown): CommentContext {
  const byId = new Map<string, unknown>();
  for (const document of Array.isArray(documents) ? documents : []) {
    const id = textOf(document, '_id');
    if (id !== undefined) byId.set(id, document);
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
          },
    parent:
      parent === undefined
        ? undefined
        : {
            name: textOf(parent, 'name') ?? 'No name',
            excerpt: toExcerpt(fieldOf(parent, 'body'), EXCERPT),
          },
    email: textOf(part, 'email'),
    reasons: textsOf(part, 'reasons'),
    approvedBefore: comment.draft && byId.has(comment.id),
  };
}
