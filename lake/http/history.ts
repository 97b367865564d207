import type { Hono } from 'hono';
import { dataFailure } from '../failure.ts';
import { toTimeline } from '../history/events.ts';
import type { TimelineEvent } from '../history/events.ts';
import type { Moment, PastTransaction } from '../history/history.ts';
import { toPublishedId } from '../store/document.ts';
import { requireUser } from './context.ts';
import type { Services } from './context.ts';
import { isSet } from './parameters.ts';

const DEFAULT_LIMIT = 50;
const MAX_LIMIT = 1000;
const MAX_IDS = 500;

/** The past of documents: `/data/history/<dataset>/transactions|documents|events`. */
export function addHistoryRoutes(app: Hono, services: Services): void {
  const { history } = services;

  /** The ids of a path. The past is for people with a token: it holds what was taken back since. */
  const readIds = (request: Request, list: string): string[] => {
    requireUser(services, request);
    const ids = list.split(',').filter((id) => id !== '');
    if (ids.length <= MAX_IDS) return ids;
    throw dataFailure(400, 'validationError', `Ask for at most ${MAX_IDS} documents.`);
  };

  app.get('/:version/data/history/:dataset/transactions/:ids', (c) => {
    const ids = readIds(c.req.raw, c.req.param('ids'));
    const { searchParams } = new URL(c.req.url);
    const transactions = history.transactions(ids, {
      from: searchParams.get('fromTransaction') || undefined,
      to: searchParams.get('toTransaction') || undefined,
      newestFirst: isSet(searchParams, 'reverse'),
      limit: readLimit(searchParams),
    });
    const only = isSet(searchParams, 'includeIdentifiedDocumentsOnly');
    const shown = (id: string): boolean => !only || ids.includes(id);
    const mutations = !isSet(searchParams, 'excludeMutations');
    const lines = transactions.map((transaction) => toLine(transaction, shown, mutations));
    return new Response(lines.join(''), {
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
    });
  });

  app.get('/:version/data/history/:dataset/documents/:ids', (c) => {
    const moment = readMoment(new URL(c.req.url).searchParams);
    const ids = readIds(c.req.raw, c.req.param('ids'));
    return c.json({ documents: ids.flatMap((id) => history.stateAt(id, moment) ?? []) });
  });

  app.get('/:version/data/history/:dataset/events/documents/:id', (c) => {
    const [id] = readIds(c.req.raw, c.req.param('id'));
    const { searchParams } = new URL(c.req.url);
    if (id === undefined) return c.json({ events: {}, nextCursor: '' });
    const limit = readLimit(searchParams);
    const cursor = Number(searchParams.get('nextCursor') || Number.NaN);
    const publishedId = toPublishedId(id);
    const changes = history.changesOf(publishedId, Number.isInteger(cursor) ? cursor : undefined);
    const events: TimelineEvent[] = [];
    let nextCursor = '';
    let last = 0;
    for (const { seq, event } of toTimeline(id, publishedId, changes)) {
      if (events.length >= limit && seq !== last) {
        nextCursor = String(last);
        break;
      }
      last = seq;
      events.push(event);
    }
    return c.json({ events: { [id]: events }, nextCursor });
  });
}

function readLimit(search: URLSearchParams): number {
  const limit = Number(search.get('limit') || DEFAULT_LIMIT);
  if (Number.isInteger(limit) && limit > 0) return Math.min(limit, MAX_LIMIT);
  throw dataFailure(400, 'validationError', '"limit" must be a whole number above 0.');
}

function readMoment(search: URLSearchParams): Moment {
  const revision = search.get('revision');
  if (revision !== null && revision !== '') return { revision };
  const time = search.get('time');
  if (time !== null && !Number.isNaN(Date.parse(time))) {
    return { time: new Date(time).toISOString() };
  }
  if (search.get('lastRevision') === 'true') return 'last';
  throw dataFailure(
    400,
    'validationError',
    'Say which state: revision, time or lastRevision=true.',
  );
}

// Effects and mutations are stored as JSON and go out as they are.
function toLine(
  { id, timestamp, author, changes }: PastTransaction,
  shown: (id: string) => boolean,
  mutations: boolean,
): string {
  const documentIDs = changes.map((change) => change.id);
  const visible = changes.filter((change) => shown(change.id));
  const effects = visible.map(
    (change) => `${JSON.stringify(change.id)}:{"apply":${change.apply},"revert":${change.revert}}`,
  );
  const head = JSON.stringify({ id, timestamp, author, documentIDs }).slice(0, -1);
  const inner = visible.map((change) => change.mutations.slice(1, -1)).join();
  const tail = mutations ? `,"mutations":[${inner}]` : '';
  return `${head},"effects":{${effects.join()}}${tail}}\n`;
}
