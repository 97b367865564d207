import { Hono } from 'hono';
import { Failure, plainFailure } from '../failure.ts';
import type { Services } from './context.ts';
import { corsHeaders, preflight } from './cors.ts';
import { addDataRoutes } from './data.ts';
import { checkHost } from './hosts.ts';
import { addAssetRoutes } from './assets.ts';
import { addHistoryRoutes } from './history.ts';
import { addListenRoutes } from './listen.ts';
import { addProjectRoutes } from './projects.ts';
import { addUserRoutes } from './users.ts';

/** Answers every request; the one place that turns errors into statuses. Never rejects. */
export function createHandler(
  services: Services,
): (request: Request, env?: object) => Promise<Response> {
  const app = new Hono();
  addDataRoutes(app, services);
  addListenRoutes(app, services);
  addHistoryRoutes(app, services);
  addAssetRoutes(app, services);
  addUserRoutes(app, services);
  addProjectRoutes(app, services);
  app.onError((error) => toResponse(error, services));
  app.notFound((c) => {
    const known = app.routes.some(({ method, path }) => method !== 'ALL' && fits(path, c.req.path));
    return toResponse(
      known
        ? plainFailure(405, `${c.req.method} is not possible here.`)
        : plainFailure(404, 'Nothing is found at this address.'),
      services,
    );
  });

  return async (request, env) => {
    let response: Response;
    try {
      checkRequest(request, services);
      response =
        request.method === 'OPTIONS'
          ? preflight(request, services.studioOrigins)
          : await app.fetch(request, env);
    } catch (error) {
      response = toResponse(error, services);
    }
    for (const [name, value] of Object.entries(corsHeaders(request, services.studioOrigins))) {
      if (name !== 'vary' || !response.headers.has('vary')) response.headers.set(name, value);
    }
    if (!response.headers.has('x-content-type-options')) {
      response.headers.set('x-content-type-options', 'nosniff');
    }
    return response;
  };
}

/** Refuses hosts that are not ours, and projects and datasets that do not exist here. */
function checkRequest(request: Request, services: Services): void {
  const host = checkHost(request.headers.get('host') ?? undefined, services.publicHosts);
  if (!host.allowed) {
    throw plainFailure(
      421,
      'This server does not answer to that host name. List it in LAKE_PUBLIC_HOSTS.',
    );
  }
  const projectId = host.projectId ?? request.headers.get('x-sanity-project-id');
  if (projectId !== null && projectId !== services.projectId) {
    throw plainFailure(404, 'Project not found');
  }
  const { pathname } = new URL(request.url);
  const dataset = /^\/[^/]+\/(?:data\/(?:history|live\/events|[^/]+)|assets\/[^/]+)\/([^/]+)/.exec(
    pathname,
  )?.[1];
  if (dataset !== undefined && dataset !== services.dataset) {
    throw plainFailure(404, `Dataset "${services.projectId}.${dataset.slice(0, 64)}" not found`);
  }
}

function toResponse(error: unknown, services: Services): Response {
  if (error instanceof Failure) return Response.json(error.body, { status: error.status });
  services.log(
    `A request failed: ${error instanceof Error ? (error.stack ?? error.message) : 'unknown'}`,
  );
  const failure = plainFailure(500, 'An error occurred in the lake. Its log says more.');
  return Response.json(failure.body, { status: failure.status });
}

/** Whether a path fits a route's pattern, whatever the method. */
function fits(pattern: string, path: string): boolean {
  const [wanted, given] = [pattern.split('/'), path.split('/')];
  if (wanted.at(-1) === '*')
    return (
      given.length >= wanted.length &&
      fits(wanted.slice(0, -1).join('/'), given.slice(0, wanted.length - 1).join('/'))
    );
  return (
    wanted.length === given.length &&
    wanted.every((part, index) => part.startsWith(':') || part === given[index])
  );
}
