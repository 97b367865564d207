import type { SanityClient } from '@sanity/client';

import { fieldOf, parseComments } from './comment.ts';
import type { ModeratedComment } from './comment.ts';
import { toContext, toContextIds } from './context.ts';
import type { CommentContext } from './context.ts';
import { contextQuery, countsQuery, parseCounts, toListQuery } from './queries.ts';
import type { Counts, Tab } from './tabs.ts';

/** What a tab shows, as it was on the server at one moment. */
export interface Page {
  readonly comments: readonly ModeratedComment[];
  readonly contexts: ReadonlyMap<string, CommentContext>;
  readonly counts: Counts;
}

/** Loads the first `limit` comments of a tab, all counts, and the documents around the comments. */
export async function loadPage(client: SanityClient, tab: Tab, limit: number): Promise<Page> {
  const found: unknown = await client.fetch(
    `{"comments": ${toListQuery(tab)}, "counts": ${countsQuery}}`,
    { limit },
    { tag: 'moderation.list' },
  );
  const comments = parseComments(fieldOf(found, 'comments'));
  const ids = toContextIds(comments);
  const documents: unknown =
    ids.length === 0
      ? []
      : await client.fetch(contextQuery, { ids }, { tag: 'moderation.context' });
  return {
    comments,
    contexts: new Map(comments.map((comment) => [comment.id, toContext(comment, documents)])),
    counts: parseCounts(fieldOf(found, 'counts')),
  };
}
