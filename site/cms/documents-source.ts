import type { ListenEvent, SanityClient } from '@sanity/client';
import { DOC_TYPES, type Doc } from './document.ts';
import { parseDocument, type Rejection } from './parse-document.ts';
import { documentsAfterQuery, documentsQuery, revisionsAfterQuery } from './queries.ts';

/** A published document that appeared or changed (`doc`), or went away (`doc` undefined). */
export interface DocumentChange {
  readonly id: string;
  readonly doc: Doc | undefined;
}

export interface Following {
  /** Ends the subscription. */
  readonly stop: () => void;
}

/** How many documents one answer of the store holds at most: `documentsAfterQuery` says so too. */
const PAGE_SIZE = 500;
/** And how many revisions: `revisionsAfterQuery` says so too. */
const REVISIONS_PAGE_SIZE = 5000;
/** As many ids as an address may hold. */
const IDS_AT_ONCE = 100;

/** Where published documents come from. */
export interface DocumentSource {
  /** Reads every published document that a page can show. */
  readonly fetchAll: () => Promise<readonly Doc[]>;
  /** Reads which documents there are, by id, and in which revision. */
  readonly fetchRevisions: () => Promise<ReadonlyMap<string, string>>;
  /** Reads some documents; those that are gone, or that a page cannot show, are left out. */
  readonly fetchSome: (ids: readonly string[]) => Promise<readonly Doc[]>;
  /** Follows what is published from now on. */
  readonly follow: (follower: Follower) => Following;
}

/**
 * The published documents of a Sanity dataset.
 *
 * A document that pages cannot show is left out, and told of on standard error.
 *
 * @param client without a token: the store tells it of public documents only
 * @param siteUrl where readers find the site: a redirect to a full address of it becomes one to the path
 */
export function createDocumentSource(client: SanityClient, siteUrl: string): DocumentSource {
  const { origin } = new URL(siteUrl);
  const parse = (value: unknown): Doc | undefined => {
    const doc = parseDocument(value, warn);
    return doc?._type === 'redirect' ? { ...doc, to: withoutOrigin(doc.to, origin) } : doc;
  };
  return {
    fetchAll: () => fetchDocuments(client, parse),
    fetchRevisions: () => fetchRevisions(client),
    fetchSome: (ids) => fetchSome(client, ids, parse),
    follow: (follower) => followDocuments(client, follower, parse),
  };
}

type Parse = (value: unknown) => Doc | undefined;

async function fetchDocuments(client: SanityClient, parse: Parse): Promise<readonly Doc[]> {
  const documents: Doc[] = [];
  let after = '';
  for (;;) {
    const page: unknown[] = await client.fetch<unknown[]>(documentsAfterQuery, {
      types: DOC_TYPES,
      after,
    });
    for (const value of page) {
      const doc = parse(value);
      if (doc !== undefined) documents.push(doc);
    }
    const last = idOf(page.at(-1));
    if (page.length < PAGE_SIZE || last === undefined) return documents;
    after = last;
  }
}

async function fetchRevisions(client: SanityClient): Promise<ReadonlyMap<string, string>> {
  const revisions = new Map<string, string>();
  for (let after = ''; ;) {
    const page = await client.fetch(revisionsAfterQuery, { types: DOC_TYPES, after });
    for (const { _id, _rev } of page) revisions.set(_id, _rev);
    const last = page.at(-1);
    if (page.length < REVISIONS_PAGE_SIZE || last === undefined) return revisions;
    after = last._id;
  }
}

async function fetchSome(
  client: SanityClient,
  ids: readonly string[],
  parse: Parse,
): Promise<readonly Doc[]> {
  const documents: Doc[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    for (const value of await client.getDocuments(ids.slice(from, from + IDS_AT_ONCE))) {
      const doc = value === null ? undefined : parse(value);
      if (doc !== undefined) documents.push(doc);
    }
  }
  return documents;
}

export interface Follower {
  /** Each change, in the order the store made them. */
  readonly onChange: (change: DocumentChange) => void;
  /** The stream began, or began anew after a gap: what was read before may be out of date. */
  readonly onGap: () => void;
  /** The stream broke for good. */
  readonly onError: (error: unknown) => void;
}

function followDocuments(client: SanityClient, follower: Follower, parse: Parse): Following {
  const subscription = client
    .listen(
      documentsQuery,
      { types: DOC_TYPES },
      {
        includeResult: true,
        includeMutations: false,
        visibility: 'query',
        events: ['welcome', 'mutation', 'reconnect'],
      },
    )
    .subscribe({
      next: (event: ListenEvent) => tell(event, follower, parse),
      error: (error: unknown) => follower.onError(error),
    });
  return { stop: () => subscription.unsubscribe() };
}

function tell(event: ListenEvent, follower: Follower, parse: Parse): void {
  if (event.type === 'welcome') follower.onGap();
  // Drafts and private documents have a dot; a token would show them.
  if (event.type !== 'mutation' || event.documentId.includes('.')) return;
  const gone = event.transition === 'disappear';
  const doc = gone ? undefined : parse(event.result);
  follower.onChange({ id: event.documentId, doc });
}

function withoutOrigin(to: string, origin: string): string {
  const url = URL.parse(to);
  return url?.origin === origin ? url.pathname + url.search + url.hash : to;
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    typeof value._id === 'string'
    ? value._id
    : undefined;
}

function warn({ id, problems }: Rejection): void {
  process.stderr.write(
    `Left out ${id}: ${problems.join('; ')}. Open it in the Studio and mend it.\n`,
  );
}
