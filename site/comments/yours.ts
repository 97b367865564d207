import type { SanityClient } from '@sanity/client';

import type { ReaderPage } from '../text/reader-page.ts';
import { change } from './change.ts';
import type { ChangeOptions } from './change.ts';
import { fieldProblem, tidyField } from './field-problem.ts';
import { toDraftId } from './held-comment.ts';
import type { HeldComment } from './held-comment.ts';
import { CHANGE_MS } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { ownAddress } from './own-address.ts';
import { hashText } from './prints.ts';
import { readForm } from './read-form.ts';
import { Refusal } from './refusal.ts';
import type { RenderReaderPage, RouteHandler } from './routes.ts';
import type { Signer } from './signed.ts';
import { nameOf } from '../message-of.ts';

export interface YoursOptions extends ChangeOptions {
  outbox: Pick<Outbox, 'find' | 'edit' | 'remove'>;
  /** The store cannot take comments for now. */
  isHeldUp: () => boolean;
  /** Whether this network may have another change looked at now. */
  mayPreview: (network: string) => Promise<boolean>;
  /** Sees drafts. */
  client: SanityClient;
  /** Erases a comment wherever it is; rejects when the store is away. */
  erase: (id: string) => Promise<void>;
  signer: Signer;
  /** This site's own; for what is only ever compared. */
  key: Uint8Array;
  render: RenderReaderPage;
  /** Called after a change is stored. */
  onAccepted: () => void;
  /** Told of faults of ours, a line each; never anything personal. */
  log: (line: string) => void;
  commentsUrl: string;
}

type YoursPage = Extract<ReaderPage, { kind: 'yours' }>;

const LATE = 'The fifteen minutes in which a comment can be changed here are over.';

const DELETED = 'The comment was deleted before, perhaps in another tab or window.';

const TOO_MANY = 'Too many changes in a minute. Wait a little, then save it again.';

const NOT_STORED = 'The change could not be stored just now. Save it again in a minute.';

const NOT_DELETED = 'Your comment is not deleted yet. Press the button again in a minute.';

const STORE_IS_AWAY =
  'It is safely stored here. The editors’ store cannot be reached just now; it gets there as soon as it can.';

/**
 * The commenter's own page, at its signed address: the comment, what happens to it, and for 15 minutes
 * a way to change or delete it. All of that works while the store is away. Later it can still be
 * deleted, while the store is there.
 */
export function createYours(options: YoursOptions): RouteHandler {
  const { outbox, signer, render, now, commentsUrl } = options;

  return async (request, token, network) => {
    const id = signer.verify('yours', token, now());
    if (id === undefined) throw new Refusal(404, 'There is no comment at this address.');
    const address = ownAddress(commentsUrl, signer, id);
    if (request.method !== 'POST') {
      const page = await toPage(id, options);
      const changed = new URL(request.url).searchParams.has('changed');
      return render(
        { ...page, address, ...(changed && { changed }) },
        page.state === 'away' ? 503 : 200,
      );
    }
    const form = await readForm(request);
    const comment = outbox.find(id)?.comment;
    const mayChange = comment !== undefined && isChangeable(comment, now());
    if (form.get('action') === 'delete') {
      if (!mayChange) return eraseLater(id, address, options);
      try {
        await outbox.remove(id, now());
      } catch (error) {
        options.log(`A comment could not be deleted: ${nameOf(error)}`);
        const page = await toPage(id, options);
        // It may be gone all the same: what fails after that is only the tidying.
        if (page.state !== 'deleted') {
          return render({ ...page, address, notices: [NOT_DELETED] }, 503);
        }
      }
      options.onAccepted();
      return seeOther(address);
    }
    if (form.get('action') !== 'edit') throw new Refusal(400, 'Press one of the buttons.');
    const typed = form.get('comment');
    const source = tidyField('comment', typeof typed === 'string' ? typed : '');
    const notSaved = (status: number, error: string) =>
      showTyped({ id, source, address, status, error }, options);
    if (!mayChange) return notSaved(410, LATE);
    const [sender] = options.addressHash(network, now());
    if (!(await options.mayPreview(sender))) return notSaved(429, TOO_MANY);
    const problem = fieldProblem('comment', source);
    if (problem !== undefined) return notSaved(422, problem);
    try {
      const changed = await change(comment, source, request, options);
      const isKept = await outbox.edit(changed, hashText(options.key, source), now());
      if (!isKept) return await notSaved(410, LATE);
    } catch (error) {
      options.log(`A change could not be stored: ${nameOf(error)}`);
      return notSaved(503, NOT_STORED);
    }
    options.onAccepted();
    return seeOther(`${address}?changed`);
  };
}

/** A change that is not saved, and why. */
interface Unsaved {
  id: string;
  source: string;
  address: string;
  status: number;
  error: string;
}

/** Shows it in the form, or to be copied where it came too late, so that nothing typed is lost. */
async function showTyped(
  { id, source, address, status, error }: Unsaved,
  options: YoursOptions,
): Promise<Response> {
  const page = await toPage(id, options);
  if (page.edit !== undefined) {
    return options.render({ ...page, address, edit: { ...page.edit, source, error } }, status);
  }
  const why = page.state === 'deleted' || page.state === 'gone' ? DELETED : LATE;
  const late = page.state === 'away' ? 503 : 410;
  return options.render({ ...page, address, unsaved: { why, source } }, late);
}

/** After the fifteen minutes: straight from the store, since nothing of it waits here any more. */
async function eraseLater(id: string, address: string, options: YoursOptions): Promise<Response> {
  const { state } = await toPage(id, options);
  // What an editor has put away is kept for a while, and looks like what is gone: that goes, too.
  const kept = state === 'gone' ? await isStored(id, options).catch(() => undefined) : true;
  if (state === 'deleted' || kept === false) {
    throw new Refusal(410, 'Your comment is not here any more.');
  }
  const isErased =
    state !== 'away' &&
    kept === true &&
    (await options.erase(id).then(
      () => true,
      () => false,
    ));
  return isErased
    ? options.render(ERASED)
    : options.render({ ...AWAY, address, notices: [NOT_DELETED] }, 503);
}

const ERASED: ReaderPage = {
  kind: 'message',
  title: 'Your comment is deleted',
  paragraphs: [
    'It is gone with all that was kept about it, your email address too. It may be a moment until the last page without it is written.',
  ],
};

async function toPage(id: string, options: YoursOptions): Promise<Omit<YoursPage, 'address'>> {
  const { outbox, lookups, now } = options;
  const kept = outbox.find(id);
  const standing = lookups.approved(id);
  if (kept !== undefined && kept.comment === undefined) {
    return { ...NOTHING, state: 'deleted' };
  }
  const comment = kept?.comment;
  if (comment !== undefined) {
    const { articleId, notices, emergency = false } = comment;
    const isPublic =
      standing !== undefined || (comment.approved === true && kept?.waiting === true);
    const isStuck = kept?.waiting === true && options.isHeldUp();
    return {
      kind: 'yours',
      articleId,
      state: isPublic ? 'public' : 'held',
      comment,
      href: standing?.href,
      notices: [...(isStuck ? [STORE_IS_AWAY] : []), ...(isPublic ? [] : notices)],
      emergency,
      edit: isChangeable(comment, now())
        ? { source: comment.source, until: changeableUntil(comment).toISOString() }
        : undefined,
    };
  }
  if (standing !== undefined && standing.comment.removed !== true) {
    const { comment: shown, href } = standing;
    const articleId = shown.article._ref;
    return { ...NOTHING, articleId, state: 'public', comment: shown, href };
  }
  return isHeld(id, options).then(
    (held) => ({ ...NOTHING, state: held ? 'held' : 'gone' }),
    () => AWAY,
  );
}

const NOTHING = {
  kind: 'yours',
  articleId: '',
  comment: undefined,
  notices: [],
  emergency: false,
  edit: undefined,
} as const;

/** Only the store would know. */
const AWAY = { ...NOTHING, state: 'away' } as const;

/** Whether it still waits for an editor. What an editor has put away is not told from what is gone. */
async function isHeld(id: string, options: YoursOptions): Promise<boolean> {
  const draft = await draftOf(id, options);
  return draft !== undefined && draft['moderation'] === undefined;
}

async function isStored(id: string, options: YoursOptions): Promise<boolean> {
  return (await draftOf(id, options)) !== undefined;
}

function draftOf(id: string, { client }: YoursOptions) {
  return client.getDocument(toDraftId(id), { signal: AbortSignal.timeout(5000) });
}

function changeableUntil({ submittedAt }: HeldComment): Date {
  return new Date(Date.parse(submittedAt) + CHANGE_MS);
}

function isChangeable(comment: HeldComment, now: Date): boolean {
  return now < changeableUntil(comment);
}

function seeOther(location: string): Response {
  return new Response(null, { status: 303, headers: { location } });
}
