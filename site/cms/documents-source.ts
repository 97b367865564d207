import type { ListenEvent, SanityClient } from '@sanity/client';
import { DOC_TYPES, type Doc } from './document.ts';
import { createDocumentGate, type DocumentGate } from './document-gate.ts';
import type { Rejection } from './parse-document.ts';
import { documentsAfterQuery, documentsQuery, pulseQuery, revisionsAfterQuery } from './queries.ts';

/** A published document that appeared or changed (`doc`), or went away or was rejected (`doc` undefined). */
export interface DocumentChange {
  readonly id: string;
  readonly doc: Doc | undefined;
}

export interface Pulse {
  readonly count: number;
  readonly newest: { readonly _id: string; readonly _rev: string } | null;
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
  /** Reads every published document that a page can show. @throws Error when `signal` ends it */
  readonly fetchAll: (signal?: AbortSignal) => Promise<Doc[]>;
  /** Reads which documents there are, by id, and in which revision. */
  readonly fetchRevisions: () => Promise<ReadonlyMap<string, string>>;
  /** Reads some documents; those that are gone, or that a page cannot show, are left out. */
  readonly fetchSome: (ids: readonly string[]) => Promise<readonly Doc[]>;
  /** How many documents there are now, and the one that changed last. */
  readonly fetchPulse: () => Promise<Pulse>;
  /** Follows what is published from now on. */
  readonly follow: (follower: Follower) => Following;
  /** Documents, by id, that are in the store as no page can show them. */
  readonly rejected: ReadonlyMap<string, Rejection>;
}

/**
 * The published documents of a Sanity dataset.
 *
 * A document that pages cannot show is left out, told of on standard error, and remembered.
 *
 * @param client without a token: the store tells it of public documents only
 * @param siteUrl where readers find the site: a redirect to a full address of it becomes one to the path
 */
export function createDocumentSource(client: SanityClient, siteUrl: string): DocumentSource {
  const gate = createDocumentGate(siteUrl);
  return {
    rejected: gate.rejected,
    fetchAll: (signal) => fetchDocuments(client, gate, signal),
    async fetchRevisions() {
      const revisions = await fetchRevisions(client);
      for (const id of gate.rejected.keys()) if (!revisions.has(id)) gate.forget(id);
      return revisions;
    },
    fetchSome: (ids) => fetchSome(client, ids, gate),
    fetchPulse: () => client.fetch(pulseQuery, { types: DOC_TYPES }),
    follow: (follower) => followDocuments(client, follower, gate),
  };
}

async function fetchDocuments(
  client: SanityClient,
  gate: DocumentGate,
  signal: AbortSignal | undefined,
): Promise<Doc[]> {
  const documents: Doc[] = [];
  let after = '';
  for (;;) {
    const page: unknown[] = await client.fetch<unknown[]>(
      documentsAfterQuery,
      { types: DOC_TYPES, after },
      signal === undefined ? {} : { signal },
    );
    for (const value of page) {
      const doc = gate.parse(value);
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
  gate: DocumentGate,
): Promise<readonly Doc[]> {
  const documents: Doc[] = [];
  for (let from = 0; from < ids.length; from += IDS_AT_ONCE) {
    for (const value of await client.getDocuments(ids.slice(from, from + IDS_AT_ONCE))) {
      const doc = value === null ? undefined : gate.parse(value);
      if (doc !== undefined) documents.push(doc);
    }
  }
  return documents;
}

export interface Follower {
  /** Changes in the order the store made them, those of one transaction together. */
  readonly onChanges: (changes: readonly DocumentChange[]) => void;
  /** The stream began, or began anew after a gap: what was read before may be out of date. */
  readonly onGap: () => void;
  /** The stream broke for good. */
  readonly onError: (error: unknown) => void;
}

/** How long to wait for the rest of a transaction: some of it may not be for everybody. */
const REST_MS = 100;

function followDocuments(client: SanityClient, follower: Follower, gate: DocumentGate): Following {
  let held: DocumentChange[] = [];
  let transaction: string | undefined;
  let waiting: NodeJS.Timeout | undefined;
  const release = (): void => {
    clearTimeout(waiting);
    const changes = held;
    held = [];
    if (changes.length > 0) follower.onChanges(changes);
  };
  const tell = (event: ListenEvent): void => {
    if (event.type === 'welcome') {
      release();
      follower.onGap();
    }
    // Drafts and private documents have a dot; a token would show them.
    if (event.type !== 'mutation' || event.documentId.includes('.')) return;
    const { documentId: id, transition, result, transactionId, transactionTotalEvents } = event;
    if (transactionId !== transaction) release();
    transaction = transactionId;
    if (transition === 'disappear') gate.forget(id);
    held.push({ id, doc: transition === 'disappear' ? undefined : gate.parse(result) });
    clearTimeout(waiting);
    if (held.length >= transactionTotalEvents) release();
    else waiting = setTimeout(release, REST_MS);
  };
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
      next: tell,
      error(error: unknown) {
        release();
        follower.onError(error);
      },
    });
  return {
    stop() {
      clearTimeout(waiting);
      subscription.unsubscribe();
    },
  };
}

function idOf(value: unknown): string | undefined {
  return typeof value === 'object' &&
    value !== null &&
    '_id' in value &&
    typeof value._id === 'string'
    ? value._id
    : undefined;
}
