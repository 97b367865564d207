import { serve } from '@hono/node-server';
import { Hono } from 'hono';

import { toSecurityHeaders } from './security-headers.ts';
import type { StudioSettings } from './settings.ts';
import { loadStaticFiles } from './static-files.ts';
import type { StaticFile } from './static-files.ts';

const FOR_EVER = 'public, max-age=31536000, immutable';

async function toResponse(file: StaticFile, request: Request): Promise<Response> {
  const accepts = request.headers.get('accept-encoding') ?? '';
  const compressed = file.compressed && /\bbr\b/.test(accepts);
  return new Response(await file.read(compressed), {
    headers: {
      'content-type': file.type,
      'cache-control': file.hashed ? FOR_EVER : 'no-cache',
      vary: 'accept-encoding',
      ...(compressed ? { 'content-encoding': 'br' } : {}),
    },
  });
}

/**
 * Answers for a built Studio: its files, `/config.json`, and the app itself at every address that is not a file,
 * since the Studio keeps its own addresses.
 *
 * @param dir the folder `buildStudio` wrote
 */
export async function createStudioApp(dir: string, config: StudioSettings): Promise<Hono> {
  const files = await loadStaticFiles(dir);
  const page = files.get('/index.html');
  if (!page)
    throw new Error(`There is no built Studio in ${dir}. Build it with buildStudio first.`);
  const headers = Object.entries(toSecurityHeaders(config));

  const app = new Hono();
  app.use(async (context, next) => {
    await next();
    for (const [name, value] of headers) context.res.headers.set(name, value);
  });
  app.get('/config.json', (context) =>
    context.json(
      {
        projectId: config.projectId,
        dataset: config.dataset,
        apiHost: config.apiHost,
        previewUrl: config.previewUrl,
        healthUrl: config.healthUrl,
      },
      200,
      { 'cache-control': 'no-cache' },
    ),
  );
  // The Studio asks here for newer versions of itself: there are none but the installed one.
  app.get('/v1/modules/*', (context) => context.json({ deprecated: [] }));
  // And here whether it may offer “Send feedback”: it may not, there is nobody to send it to.
  app.post('/v1/intake/*', (context) => context.body(null, 404));
  app.get('*', (context) => {
    const path = context.req.path;
    const file = files.get(path);
    if (!file && path.startsWith('/assets/')) return context.text('Not found', 404);
    return toResponse(file ?? page, context.req.raw);
  });
  app.all('*', (context) => context.text('Method not allowed', 405, { allow: 'GET, HEAD' }));
  return app;
}

/** Serves a built Studio until closed. `port` 0 takes a free one. */
export async function serveStudio({
  dir,
  host,
  port,
  config,
}: {
  readonly dir: string;
  readonly host: string;
  readonly port: number;
  readonly config: StudioSettings;
}): Promise<{ readonly url: string; close(): Promise<void> }> {
  const app = await createStudioApp(dir, config);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  const server = serve({ fetch: app.fetch, hostname: host, port }, (info) => resolve(info.port));
  server.once('error', reject);
  const bound = await promise;
  return {
    url: `http://${host === '127.0.0.1' ? 'localhost' : host}:${bound}`,
    close: () =>
      new Promise((done, fail) => {
        server.close((error) => (error ? fail(error) : done()));
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
