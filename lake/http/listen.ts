import { IncomingMessage } from 'node:http';
import type { Hono } from 'hono';
import { isObject } from '../json.ts';
import type { Subscription } from '../listen/listeners.ts';
import { EVENT_STREAM_HEADERS } from '../listen/stream.ts';
import { findUser } from './context.ts';
import type { Services } from './context.ts';
import { isSet, readQuestion } from './parameters.ts';

/** Event streams: `/data/listen` and the greeting-only `/data/live/events`. */
export function addListenRoutes(app: Hono, services: Services): void {
  const { listeners, projectId, dataset } = services;

  app.get('/:version/data/listen/:dataset', async (c) => {
    const user = findUser(services, c.req.raw);
    const { searchParams } = new URL(c.req.url);
    const { query, params } = await readQuestion(c.req.raw);
    const resume = isSet(searchParams, 'enableResume');
    const subscription: Subscription = {
      question: {
        query,
        params,
        identity: user?.id ?? '<anonymous>',
        dataset: { projectId, dataset },
      },
      publicOnly: user === undefined,
      versions: isSet(searchParams, 'includeAllVersions'),
      resumeAfter: resume ? (c.req.header('last-event-id') ?? undefined) : undefined,
      options: {
        mutations: searchParams.get('includeMutations') !== 'false',
        effects: searchParams.get('effectFormat') === 'mendoza',
        result: isSet(searchParams, 'includeResult'),
        previous: isSet(searchParams, 'includePreviousRevision'),
        visibility: searchParams.get('visibility') === 'transaction' ? 'transaction' : 'query',
      },
    };
    const body = await listeners.open(subscription, () => cut(c.env));
    return new Response(body, { headers: EVENT_STREAM_HEADERS });
  });

  app.get('/:version/data/live/events/:dataset', (c) => {
    findUser(services, c.req.raw);
    return new Response(
      listeners.openIdle(() => cut(c.env)),
      { headers: EVENT_STREAM_HEADERS },
    );
  });
}

/** Ends a connection without waiting for what is still to be sent. */
function cut(env: unknown): void {
  const incoming = isObject(env) ? env['incoming'] : undefined;
  if (incoming instanceof IncomingMessage) incoming.socket.destroy();
}
