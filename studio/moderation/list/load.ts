import type { SanityClient } from '@sanity/client';

import {
  confirmationsQuery,
  contextQuery,
  toConfirmed,
  toContext,
  toContextIds,
  toEmails,
} from '../around/context.ts';
import type { CommentContext } from '../around/context.ts';
import { fieldOf, parseComments, textOf, textsOf, toDraftId } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';
import { toPatterns } from './filter.ts';
import type { Filter } from './filter.ts';
import {
  parseCounts,
  titlesQuery,
  toApartQuery,
  toCountsQuery,
  toListQuery,
  toPagesQuery,
} from './queries.ts';
import type { Counts, Tab } from './tabs.ts';

/** What a list is asked for. */
export interface PageRequest {
  readonly tab: Tab;
  readonly filter: Filter;
  readonly limit: number;
}

/** What a tab shows, as it was on the server at one moment. */
export interface Page {
  readonly comments: readonly ModeratedComment[];
  readonly contexts: ReadonlyMap<string, CommentContext>;
  /** Of what the filter lets through, in each tab. */
  readonly counts: Counts;
}

/** Loads the first `limit` comments of a tab, all counts, and the documents around the comments. */
export async function loadPage(
  client: SanityClient,
  { tab, filter, limit }: PageRequest,
): Promise<Page> {
  const params = { limit, ...(await loadParams(client, filter)) };
  const found: unknown = await client.fetch(
    `{"comments": ${toListQuery(tab, filter)}, "counts": ${toCountsQuery(filter)}}`,
    params,
    { tag: 'moderation.list' },
  );
  const comments = parseComments(fieldOf(found, 'comments'));
  const ids = toContextIds(comments);
  const documents: unknown =
    ids.length === 0
      ? []
      : await client.fetch(contextQuery, { ids }, { tag: 'moderation.context' });
  const confirmed = await loadConfirmed(client, toEmails(documents));
  return {
    comments,
    contexts: new Map(
      comments.map((comment) => [comment.id, toContext(comment, documents, confirmed)]),
    ),
    counts: parseCounts(fieldOf(found, 'counts')),
  };
}

async function loadConfirmed(
  client: SanityClient,
  emails: readonly string[],
): Promise<ReadonlySet<string>> {
  if (emails.length === 0) return new Set();
  const tag = 'moderation.confirmed';
  return toConfirmed(await client.fetch<unknown>(confirmationsQuery, { emails }, { tag }));
}

async function loadParams(client: SanityClient, filter: Filter): Promise<Record<string, unknown>> {
  const query = toApartQuery(filter);
  const patterns = toPatterns(filter.search);
  const params = { email: filter.email?.toLowerCase() ?? '', patterns };
  const apart: unknown = await client.fetch(query, params, { tag: 'moderation.apart' });
  const versionsOf = (field: string): readonly string[] =>
    textsOf(apart, field).flatMap((id) => [id, toDraftId(id)]);
  return {
    patterns,
    page: filter.page?.id ?? '',
    from: versionsOf('from'),
    found: versionsOf('found'),
    // What is approved has been judged.
    urgent: textsOf(apart, 'urgent').map(toDraftId),
  };
}

/** A page that can be chosen to filter by. */
export interface PageChoice {
  readonly id: string;
  readonly title: string;
}

/** The pages that have comments in a tab, at most 200, by title. */
export async function loadPages(client: SanityClient, tab: Tab): Promise<readonly PageChoice[]> {
  const ids: unknown = await client.fetch(toPagesQuery(tab), {}, { tag: 'moderation.pages' });
  const found: unknown = await client.fetch(titlesQuery, { ids }, { tag: 'moderation.titles' });
  return (Array.isArray(found) ? found : []).flatMap((page) => {
    const id = textOf(page, '_id');
    return id === undefined ? [] : [{ id, title: textOf(page, 'title') ?? 'Untitled page' }];
  });
}
