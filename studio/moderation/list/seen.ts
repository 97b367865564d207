import { toVersionId } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';

/** The words of comments as they were first shown, by version. */
export type Seen = ReadonlyMap<string, string>;

/** All that readers would see of a comment. */
function toWording({ name, website, body }: ModeratedComment): string {
  return JSON.stringify([name, website, body]);
}

/** Remembers the wording of comments that are shown for the first time. */
export function withShown(seen: Seen, comments: readonly ModeratedComment[]): Seen {
  const fresh = comments.filter((comment) => !seen.has(toVersionId(comment)));
  return fresh.length === 0 ? seen : withRead(seen, fresh);
}

/** Remembers the wording that the moderator gave comments: of revisions that are `own`. */
export function withOwn(
  seen: Seen,
  comments: readonly ModeratedComment[],
  own: ReadonlySet<string>,
): Seen {
  const changed = comments.filter(
    (comment) => own.has(comment.revision) && isReworded(seen, comment),
  );
  return changed.length === 0 ? seen : withRead(seen, changed);
}

/** Remembers the present wording: the moderator was told that it had changed. */
export function withRead(seen: Seen, comments: readonly ModeratedComment[]): Seen {
  return new Map([
    ...seen,
    ...comments.map((comment) => [toVersionId(comment), toWording(comment)] as const),
  ]);
}

/** Whether a comment reads otherwise than when it was first shown. */
export function isReworded(seen: Seen, comment: ModeratedComment): boolean {
  const shown = seen.get(toVersionId(comment));
  return shown !== undefined && shown !== toWording(comment);
}
