import { isVersionId } from '../store/document.ts';
import type { PastChange } from './history.ts';

/** One line of a document's timeline, as the Studio reads it. */
export interface TimelineEvent {
  type: string;
  timestamp: string;
  author: string;
  documentId: string;
  [detail: string]: unknown;
}

/**
 * Tells the story of a document from its logged changes (newest first, as are the events).
 *
 * Edits of drafts are left out: the Studio makes them itself, from the transactions since the newest
 * event with a `versionRevisionId`. Writes straight to the published document count only when that
 * is the document asked about; on a draft they could not be opened.
 */
export function* toTimeline(
  askedId: string,
  publishedId: string,
  changes: Iterable<PastChange>,
): Generator<{ seq: number; event: TimelineEvent }> {
  for (const group of groupBySeq(changes)) {
    const [first] = group;
    if (first === undefined) continue;
    const { seq, timestamp, author } = first;
    for (const detail of toDetails(askedId, group)) {
      yield { seq, event: { ...detail, timestamp, author, documentId: publishedId } };
    }
  }
}

type Detail = Pick<TimelineEvent, 'type'> & Record<string, unknown>;

function toDetails(askedId: string, group: readonly PastChange[]): Detail[] {
  const version = group.find(({ id }) => isVersionId(id));
  switch (group[0]?.cause) {
    case 'publish':
      return [
        {
          type: 'publishDocumentVersion',
          revisionId: group[0].transactionId,
          versionId: version?.id,
          versionRevisionId: version?.beforeRev,
          publishCause: { type: 'document.publish' },
        },
      ];
    case 'unpublish': {
      const versionId = version?.id ?? `drafts.${group[0].id}`;
      return [{ type: 'unpublishDocument', versionId, versionRevisionId: version?.afterRev }];
    }
    case 'delete':
      return [{ type: 'deleteDocumentGroup' }];
    default:
      return group.flatMap((change) => toDetail(askedId, change) ?? []);
  }
}

function toDetail(askedId: string, change: PastChange): Detail | undefined {
  const { id, transactionId, beforeRev, afterRev } = change;
  const askedForVersion = isVersionId(askedId);
  if (isVersionId(id)) {
    if (askedForVersion && id !== askedId) return undefined;
    if (beforeRev === undefined) {
      return { type: 'createDocumentVersion', versionId: id, versionRevisionId: transactionId };
    }
    if (afterRev !== undefined) return undefined;
    return { type: 'deleteDocumentVersion', versionId: id, versionRevisionId: beforeRev };
  }
  if (askedForVersion) return undefined;
  if (afterRev === undefined) return { type: 'deleteDocumentGroup' };
  const type = beforeRev === undefined ? 'createLiveDocument' : 'updateLiveDocument';
  return { type, revisionId: transactionId };
}

function* groupBySeq(changes: Iterable<PastChange>): Generator<PastChange[]> {
  let group: PastChange[] = [];
  for (const change of changes) {
    if (group[0] !== undefined && group[0].seq !== change.seq) {
      yield group;
      group = [];
    }
    group.push(change);
  }
  if (group.length > 0) yield group;
}
