import { ClientError, createClient, ServerError } from '@sanity/client';
import type { SanityClient, SanityDocument } from '@sanity/client';

import { StoreBusy } from './delivery.ts';
import type { Deliver, Outcome } from './delivery.ts';
import {
  toCommentDocuments,
  toContent,
  toDraftId,
  toPrivateId,
  toReasons,
} from './held-comment.ts';
import type { HeldComment } from './held-comment.ts';
import type { Operation } from './outbox.ts';
import { removeComment } from './remove-comment.ts';
import { nameOf } from '../message-of.ts';

const TIMEOUT_MS = 15_000;

/** Statuses that the same comment would meet again. A missing or weak token is not one of them. */
const PERMANENT = new Set([400, 409, 413, 422]);

/** Statuses that are about what was asked, and not about the store as a whole. */
const OF_ONE = new Set([...PERMANENT, 404, 410]);

const DELIVERED: Outcome = { status: 'delivered' };

/**
 * Delivers through the Sanity API: new comments together, in one transaction; changes and deletions
 * one by one.
 *
 * A comment whose private part is there was delivered before, whatever has become of the draft
 * since; it is not made again. A comment on a page that is gone is set aside. What one operation
 * throws is told as its own outcome; what the store as a whole does not take is thrown.
 *
 * @param anyClient may write, and sees drafts
 */
export function createSanityDeliver(anyClient: SanityClient): Deliver {
  // Trying again is the delivery's business: a store that asks for patience is not asked at once.
  // Made anew: of a client that is there already, `withConfig` cannot change this.
  const client = createClient({ ...anyClient.config(), maxRetries: 0 });
  return async (operations) => {
    try {
      const posts = operations.flatMap((each) => (each.kind === 'post' ? [each.comment] : []));
      const posted = await post(client, posts);
      const outcomes: Outcome[] = [];
      for (const operation of operations) {
        outcomes.push(posted.get(operation.id) ?? (await carryOut(client, operation)));
      }
      return outcomes;
    } catch (error) {
      throw busy(error) ?? error;
    }
  };
}

async function post(
  client: SanityClient,
  comments: readonly HeldComment[],
): Promise<ReadonlyMap<string, Outcome>> {
  if (comments.length === 0) return new Map();
  const pages = [...new Set(comments.map(({ articleId }) => articleId))];
  const present = await presentOf(client, [...pages, ...comments.map(({ id }) => toPrivateId(id))]);
  const outcomes = new Map<string, Outcome>();
  const fresh: HeldComment[] = [];
  for (const comment of comments) {
    if (present.has(toPrivateId(comment.id))) outcomes.set(comment.id, DELIVERED);
    else if (present.has(comment.articleId)) fresh.push(comment);
    else {
      const reason = 'The page it is about is not there.';
      outcomes.set(comment.id, { status: 'park', reason });
    }
  }
  for (const [id, outcome] of await create(client, fresh)) outcomes.set(id, outcome);
  return outcomes;
}

/** One transaction; where the store refuses it for good, one for each, to find the culprit. */
async function create(
  client: SanityClient,
  comments: readonly HeldComment[],
): Promise<ReadonlyMap<string, Outcome>> {
  const [first, ...others] = comments;
  if (first === undefined) return new Map();
  const transaction = client.transaction();
  if (others.length === 0) transaction.transactionId(first.id);
  for (const document of comments.flatMap(toCommentDocuments)) {
    transaction.createIfNotExists(document);
  }
  try {
    await transaction.commit({ visibility: 'async', timeout: TIMEOUT_MS });
    return new Map(comments.map(({ id }) => [id, DELIVERED]));
  } catch (error) {
    if (isOfStore(error)) throw error;
    if (others.length === 0) {
      const present = await presentOf(client, [toPrivateId(first.id)]);
      const outcome = present.size > 0 ? DELIVERED : toFailure(error, 'The store refused it');
      return new Map([[first.id, outcome]]);
    }
  }
  const outcomes = new Map<string, Outcome>();
  for (const comment of comments) {
    for (const [id, outcome] of await create(client, [comment])) outcomes.set(id, outcome);
  }
  return outcomes;
}

async function carryOut(client: SanityClient, operation: Operation): Promise<Outcome> {
  try {
    if (operation.kind === 'delete') await removeComment(client, operation.id, operation.place);
    else await edit(client, operation.comment);
    return DELIVERED;
  } catch (error) {
    if (isOfStore(error)) throw error;
    // A conflict is with somebody who wrote at the same moment: the next try reads what they wrote.
    return error instanceof ClientError && error.statusCode === 409
      ? { status: 'later', reason: 'a conflict' }
      : toFailure(error, 'The store refused a change');
  }
}

function toFailure(error: unknown, refused: string): Outcome {
  if (!(error instanceof ClientError)) {
    return { status: 'later', reason: nameOf(error) };
  }
  const { statusCode } = error;
  return PERMANENT.has(statusCode)
    ? { status: 'park', reason: `${refused} (status ${statusCode}).` }
    : { status: 'later', reason: `status ${statusCode}` };
}

/** Whether nothing else would fare better now: faults of the network have a cause or a code, slips of ours neither. */
function isOfStore(error: unknown): boolean {
  if (error instanceof ClientError) return !OF_ONE.has(error.statusCode);
  if (error instanceof ServerError || error instanceof DOMException) return true;
  return error instanceof Error && (error.cause !== undefined || 'code' in error);
}

/**
 * Gives the comment its author's new words. One that is public, and now doubtful, is held again; one
 * that a moderator has deleted meanwhile stays deleted.
 */
async function edit(client: SanityClient, comment: HeldComment): Promise<void> {
  const ids = [toDraftId(comment.id), comment.id, toPrivateId(comment.id)];
  const [draft, published, part] = await client.getDocuments(ids);
  const content = toContent(comment);
  const transaction = client.transaction();
  const change = ({ _id, _rev }: SanityDocument, set: object, unset: string[] = []) =>
    transaction.patch(_id, { ifRevisionID: _rev, set, unset });
  if (draft) change(draft, content);
  // Told before, and approved by somebody since.
  else if (published?.['source'] === comment.source) return;
  else if (published && comment.approved) change(published, content);
  else if (published) {
    const { _rev, _createdAt, _updatedAt, ...kept } = published;
    transaction.createOrReplace({ ...kept, ...content, _id: toDraftId(comment.id) });
  } else return;
  if (published && !comment.approved) transaction.delete(comment.id);
  if (part) change(part, toReasons(comment), comment.approved ? ['reasons'] : []);
  await transaction.commit({ visibility: 'async', timeout: TIMEOUT_MS });
}

async function presentOf(
  client: SanityClient,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const documents = await client.getDocuments<Record<string, unknown>>([...ids]);
  return new Set(documents.flatMap((document) => document?._id ?? []));
}

function busy(error: unknown): StoreBusy | undefined {
  if (!(error instanceof ClientError || error instanceof ServerError)) return undefined;
  if (error.statusCode !== 429 && error.statusCode !== 503) return undefined;
  const { headers } = error.response;
  const asked = Number(headers['retry-after'] ?? Number.NaN);
  return new StoreBusy(asked >= 0 ? Math.min(asked, 60) * 1000 : undefined);
}
