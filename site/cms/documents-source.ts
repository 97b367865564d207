import type { ListenEvent, SanityClient } from '@sanity/client';
import { DOC_TYPES, type Doc } from './document.ts';
import { parseDocument, type Rejection } from './parse-document.ts';
import { documentsAfterQuery, documentsQuery } from './queries.ts';

/** A published document that appeared or changed (`doc`), or went away (`doc` undefined). */
export interface DocumentChange {
  readonly id: string;
  readonly doc: Doc | undefined;
}

export interface Following {
  /** Ends the subscription. */
  stop(): void;
}

/** How many documents one answer of the store holds at most: `documentsAfterQuery` says so too. */
const PAGE_SIZE = 500;

/**
 * Reads every published document that a page can show.
 *
 * A document that does not have the fields its type requires is left out and reported.
 *
 * @param reject told of each document left out, and why
 */
export async function fetchDocuments(
  client: SanityClient,
  reject: (rejection: Rejection) => void = warn,
): Promise<Doc[]> {
  const documents: Doc[] = [];
  let after = '';
  for (;;) {
    const page: unknown[] = await client.fetch<unknown[]>(documentsAfterQuery, {
      types: DOC_TYPES,
      after,
    });
    for (const value of page) {
      const doc = parseDocument(value, reject);
      if (doc !== undefined) documents.push(doc);
    }
    const last = idOf(page.at(-1));
    if (page.length < PAGE_SIZE || last === undefined) return documents;
    after = last;
  }
}

interface Follower {
  /** Each change, in the order the store made them. */
  onChange(change: DocumentChange): void;
  /** The stream began, or began anew after a gap: what was read before may be out of date. */
  onGap(): void;
  /** The stream broke for good. */
  onError(error: unknown): void;
}

/**
 * Follows what is published from now on.
 *
 * Without a token the store tells of public documents only; drafts are left out here as well.
 */
export function followDocuments(client: SanityClient, follower: Follower): Following {
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
      next: (event: ListenEvent) => tell(event, follower),
      error: (error: unknown) => follower.onError(error),
    });
  return { stop: () => subscription.unsubscribe() };
}

function tell(event: ListenEvent, follower: Follower): void {
  if (event.type === 'welcome') follower.onGap();
  if (event.type !== 'mutation' || event.documentId.includes('.')) return;
  const gone = event.transition === 'disappear';
  const doc = gone ? undefined : parseDocument(event.result, warn);
  follower.onChange({ id: event.documentId, doc });
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
