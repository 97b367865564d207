import type { Comment } from '../cms/sanity.types.ts';
import type { HeldComment } from '../comments/held-comment.ts';
import type { Digests } from './digests.ts';
import type { Errands } from './errands.ts';
import type { MailFile } from './mail-file.ts';
import type { Seen } from './seen.ts';

export interface NewsOptions {
  file: Pick<MailFile, 'together'>;
  errands: Errands;
  digests: Digests;
  seen: Seen;
  /** The addresses of the moderators. */
  moderators: () => readonly string[];
  now: () => Date;
}

/** What mail needs to know of a comment that was sent. */
export type Arrival = Pick<
  HeldComment,
  'id' | 'approved' | 'moderation' | 'elsewhere' | 'emergency'
> & {
  readonly private: Pick<HeldComment['private'], 'notify'>;
};

/** Makes errands of what happens to comments; of each happening once, also after a restart. */
export interface News {
  /** They are in the store, for the first time or as their authors have changed them. */
  came: (comments: readonly Arrival[]) => void;
  published: (comments: Iterable<Comment>) => void;
}

/** What became public longer ago than this is no news to anybody. */
const NEWS_MS = 5 * 86_400_000;

export function createNews(options: NewsOptions): News {
  const { file, errands, digests, seen, moderators, now } = options;

  const announce = ({ _id, parent, byEditor }: Comment): void => {
    seen.add('public', _id);
    const isNewsToAuthor = !byEditor && !seen.has('at once', _id);
    if (isNewsToAuthor) errands.add({ kind: 'public', subject: _id }, now());
    if (parent !== undefined) errands.add({ kind: 'reply', subject: _id }, now());
  };

  const note = (arrival: Arrival): void => {
    const { id, approved, moderation, elsewhere, emergency = false } = arrival;
    const { notify } = arrival.private;
    if (moderation !== undefined) return;
    const urgent = emergency && !seen.has('urgent', id);
    if (urgent) seen.add('urgent', id);
    if (seen.has('came', id)) {
      // It was public and waits once more; of what has waited all along nobody is told again.
      const waitsAnew = !approved && (urgent || seen.has('public', id));
      if (waitsAnew) digests.gather(id, moderators(), now(), urgent);
      return;
    }
    seen.add('came', id);
    if (approved) seen.add('at once', id);
    else digests.gather(id, moderators(), now(), urgent);
    if (notify) errands.add({ kind: elsewhere ? 'browser' : 'confirm', subject: id }, now());
  };

  return {
    came(comments) {
      if (comments.length > 0) file.together(() => comments.forEach(note));
    },

    published(comments) {
      if (seen.isNew()) {
        // Nobody waits for mail about what was public before there was any.
        file.together(() => {
          for (const { _id } of comments) seen.add('public', _id);
          seen.begin();
        });
        return;
      }
      const since = now().getTime() - NEWS_MS;
      const recent = [...comments].filter(
        ({ _id, _updatedAt, removed }) =>
          !removed && Date.parse(_updatedAt) > since && !seen.has('public', _id),
      );
      if (recent.length > 0) file.together(() => recent.forEach(announce));
    },
  };
}
