import type { Hono } from 'hono';
import { isObject } from '../json.ts';
import { parsePerspective } from '../query/perspective.ts';
import { withArrayKeys } from '../store/array-keys.ts';
import { isPublicId } from '../store/document.ts';
import { parseMutations } from '../store/mutation.ts';
import type { Mutation } from '../store/mutation.ts';
import type { ResolvedMutation, TransactionRequest } from '../store/store.ts';
import { invalid } from '../store/validation.ts';
import { readObject } from './body.ts';
import { findUser, requireWriter } from './context.ts';
import type { Services } from './context.ts';
import { isSet, readQuestion } from './parameters.ts';

/** Reading and writing documents: `/data/query`, `/data/doc`, `/data/mutate`, `/data/actions`, `/data/export`. */
export function addDataRoutes(app: Hono, services: Services): void {
  const { store, pool, projectId, dataset } = services;

  app.on(['GET', 'POST'], '/:version/data/query/:dataset', async (c) => {
    const user = findUser(services, c.req.raw);
    const { searchParams } = new URL(c.req.url);
    const { query, params } = await readQuestion(c.req.raw);
    const version = c.req.param('version').replace(/^v/, '');
    const started = performance.now();
    const json = await pool.run({
      kind: 'query',
      question: {
        query,
        params,
        identity: user?.id ?? '<anonymous>',
        dataset: { projectId, dataset },
      },
      perspective: parsePerspective(searchParams.get('perspective') ?? undefined, version),
      publicOnly: user === undefined,
    });
    const ms = Math.round(performance.now() - started);
    const echo =
      searchParams.get('returnQuery') === 'false' ? '' : `"query":${JSON.stringify(query)},`;
    return jsonText(`{${echo}"result":${json},"syncTags":[],"ms":${ms}}`);
  });

  app.get('/:version/data/doc/:dataset/:ids', (c) => {
    const user = findUser(services, c.req.raw);
    const ids = c.req
      .param('ids')
      .split(',')
      .filter((id) => id !== '');
    const documents: unknown[] = [];
    const omitted: { id: string; reason: 'existence' | 'permission' }[] = [];
    for (const id of new Set(ids)) {
      const doc = user !== undefined || isPublicId(id) ? store.documents.get(id) : undefined;
      if (doc !== undefined) documents.push(doc);
      // Whether a hidden document exists is not told: its absence looks the same either way.
      else
        omitted.push({
          id,
          reason: user === undefined && !isPublicId(id) ? 'permission' : 'existence',
        });
    }
    return c.json({ documents, omitted });
  });

  app.post('/:version/data/mutate/:dataset', async (c) => {
    const user = requireWriter(services, c.req.raw);
    const { searchParams } = new URL(c.req.url);
    const body = await readObject(c.req.raw);
    const sent = parseMutations(body['mutations']);
    const keyed = isSet(searchParams, 'autoGenerateArrayKeys') ? sent.map(withArrayKeys) : sent;
    const mutations = await resolveAll(keyed);
    const outcome = store.mutate(mutations, {
      author: user.id,
      transactionId: parseTransactionId(body['transactionId'] ?? searchParams.get('transactionId')),
      dryRun: isSet(searchParams, 'dryRun') || body['dryRun'] === true,
    });
    const results = isSet(searchParams, 'returnDocuments')
      ? outcome.results.map((result) => ({ ...result, document: store.documents.get(result.id) }))
      : outcome.results;
    return c.json({ transactionId: outcome.transactionId, results });
  });

  app.post('/:version/data/actions/:dataset', async (c) => {
    const user = requireWriter(services, c.req.raw);
    const body = await readObject(c.req.raw);
    const actions = Array.isArray(body['actions']) ? body['actions'] : [body['actions']];
    const request: TransactionRequest = {
      author: user.id,
      transactionId: parseTransactionId(body['transactionId']),
      dryRun: body['dryRun'] === true,
    };
    return c.json({ transactionId: store.act(actions, request).transactionId });
  });

  app.get('/:version/data/export/:dataset', (c) => {
    const user = findUser(services, c.req.raw);
    const types = new URL(c.req.url).searchParams.get('types')?.split(',');
    const bodies = store.documents.bodies(user === undefined);
    return new Response(toLines(bodies, types), {
      headers: { 'content-type': 'application/x-ndjson; charset=utf-8' },
    });
  });

  /** Turns selections by query into ids, as of now; a query that selects nothing does nothing. */
  async function resolveAll(mutations: readonly Mutation[]): Promise<ResolvedMutation[]> {
    const resolved: ResolvedMutation[] = [];
    for (const mutation of mutations) {
      if (mutation.kind !== 'delete' && mutation.kind !== 'patch') {
        resolved.push(mutation);
        continue;
      }
      const { target, ...rest } = mutation;
      const ids = 'id' in target ? [target.id] : await selectIds(target);
      resolved.push(...ids.map((id) => ({ ...rest, id })));
    }
    return resolved;
  }

  async function selectIds(target: {
    query: string;
    params: Record<string, unknown>;
  }): Promise<string[]> {
    const question = { ...target, identity: '', dataset: { projectId, dataset } };
    const json = await pool.run({ kind: 'query', question, perspective: 'raw', publicOnly: false });
    const found: unknown = JSON.parse(json);
    const docs = Array.isArray(found) ? found : [found];
    return docs.flatMap((doc: unknown) =>
      isObject(doc) && typeof doc['_id'] === 'string' ? [doc['_id']] : [],
    );
  }
}

function parseTransactionId(value: unknown): string | undefined {
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value === 'string') return value;
  throw invalid('"transactionId" must be a string.');
}

function jsonText(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'application/json; charset=utf-8' } });
}

const LINES_PER_CHUNK = 100;

/** One JSON document a line, made as fast as the client reads. */
function toLines(bodies: Iterator<string>, types: readonly string[] | undefined): ReadableStream {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull(controller) {
      const lines: string[] = [];
      for (let next = bodies.next(); ; next = bodies.next()) {
        if (next.done === true) {
          if (lines.length > 0) controller.enqueue(encoder.encode(`${lines.join('\n')}\n`));
          controller.close();
          return;
        }
        if (types === undefined || hasType(next.value, types)) lines.push(next.value);
        if (lines.length >= LINES_PER_CHUNK) break;
      }
      controller.enqueue(encoder.encode(`${lines.join('\n')}\n`));
    },
    cancel: () => void bodies.return?.(),
  });
}

function hasType(body: string, types: readonly string[]): boolean {
  const doc: unknown = JSON.parse(body);
  return isObject(doc) && typeof doc['_type'] === 'string' && types.includes(doc['_type']);
}
