import { nameOf } from '../message-of.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { Refusal } from './refusal.ts';
import { isFromSite } from './same-site.ts';

/** Answers a request below the comments' address; `rest` is what follows the route's name there. */
export type RouteHandler = (request: Request, rest: string, address: string) => Promise<Response>;

/** By the first part of the path below the comments' address; '' is that address itself. */
export type CommentRoutes = Readonly<Record<string, RouteHandler>>;

/** Shows a page that is made for one reader. */
export type RenderReaderPage = (page: ReaderPage, status?: number) => Promise<Response>;

/** Where this server takes comments; what readers call it may be another matter. */
export const COMMENTS_PATH = '/api/comments';

const METHODS = ['GET', 'HEAD', 'POST'];

/** The routes that take fewer. */
const FEWER_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['', ['POST']],
  ['ticket', ['GET', 'HEAD']],
]);

const FOR_FORMS =
  'The form under an article sends comments to this address. There is nothing to read at it.';

/** Mail services post to it by themselves, from no page at all (RFC 8058). */
const FROM_ANYWHERE = 'unsubscribe';

export interface RouterOptions {
  routes: CommentRoutes;
  /** The HTML of a page. */
  renderPage: (page: ReaderPage) => Promise<string>;
  /** Where readers find the site: its scripts may read the answers. */
  siteOrigin: string;
  /** Where the forms are sent: a path, or an address in full. */
  commentsUrl: string;
  /** Told of faults of ours, a line each; never anything personal. */
  log: (line: string) => void;
}

/** These pages are for one reader, and their addresses are secrets. */
const PRIVATE = {
  'cache-control': 'no-store',
  'referrer-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'x-robots-tag': 'noindex',
};

/**
 * A page that answers a form is kept by the browser that sent it, and by nothing else: to come back to
 * it would be to send the form again, so browsers show what they kept, or an error.
 */
const TO_COME_BACK_TO = 'private, max-age=0';

/** For those who ask again by themselves; who answers may know better. */
const RETRY = { 'retry-after': '60' };

/** @returns what answers with a page */
export function createPageRenderer(
  renderPage: (page: ReaderPage) => Promise<string>,
): RenderReaderPage {
  return async (page, status = 200) =>
    new Response(await renderPage(page), {
      status,
      headers: {
        'content-type': 'text/html; charset=utf-8',
        ...((status === 429 || status === 503) && RETRY),
      },
    });
}

/**
 * Finds who answers, and turns what is thrown into an answer: a `Refusal` into its status, anything
 * else into 500 and a line in the log. What another site posts reaches nobody.
 */
export function createRouter(
  options: RouterOptions,
): (request: Request, address: string) => Promise<Response> {
  const { routes, siteOrigin, commentsUrl } = options;
  const find = (path: string) => {
    if (path !== COMMENTS_PATH && !path.startsWith(`${COMMENTS_PATH}/`)) return undefined;
    const [name = '', ...rest] = path.slice(COMMENTS_PATH.length + 1).split('/');
    const handler = Object.hasOwn(routes, name) ? routes[name] : undefined;
    return handler && { name, handler, rest: rest.join('/').replace(/\/$/, '') };
  };
  const answer = async (request: Request, address: string): Promise<Response> => {
    try {
      const found = find(new URL(request.url).pathname);
      if (found === undefined) throw new Refusal(404, 'There is nothing at this address.');
      const methods = FEWER_METHODS.get(found.name) ?? METHODS;
      if (!methods.includes(request.method)) {
        const allow = methods.join(', ');
        const message = found.name === '' ? FOR_FORMS : `This address takes ${allow} only.`;
        throw new Refusal(405, message, { allow });
      }
      const isPosted = request.method === 'POST' && found.name !== FROM_ANYWHERE;
      if (isPosted && !isFromSite(request, siteOrigin, commentsUrl)) {
        throw new Refusal(403, 'The form came from another site. Use the one of this site.');
      }
      return await found.handler(request, found.rest, address);
    } catch (error) {
      return toErrorResponse(error, request, options);
    }
  };
  return async (request, address) => {
    const response = await answer(request, address);
    const { headers } = response;
    for (const [name, value] of Object.entries(PRIVATE)) headers.set(name, value);
    const isPage = headers.get('content-type')?.startsWith('text/html') === true;
    if (request.method === 'POST' && isPage) headers.set('cache-control', TO_COME_BACK_TO);
    if (wantsJson(request)) {
      headers.set('access-control-allow-origin', siteOrigin);
      headers.append('vary', 'origin');
    }
    return request.method === 'HEAD' ? new Response(null, response) : response;
  };
}

export function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') === true;
}

async function toErrorResponse(
  thrown: unknown,
  request: Request,
  { renderPage, log }: RouterOptions,
): Promise<Response> {
  const refusal =
    thrown instanceof Refusal
      ? thrown
      : new Refusal(500, 'Something went wrong here. Keep a copy of your comment and try again.');
  if (thrown !== refusal) {
    log(`A comment met a fault: ${nameOf(thrown)}`);
  }
  const { status, headers, message } = refusal;
  if (wantsJson(request)) return Response.json({ error: message }, { status, headers });
  if (request.headers.get('accept')?.includes('text/html') === true) {
    const title = [404, 405].includes(status) ? 'There is nothing here' : 'That did not work';
    // What was posted is behind the Back button, not on the front page.
    const link = request.method === 'POST' ? undefined : { href: '/', label: 'To the front page' };
    const page = { kind: 'message', title, paragraphs: [message], ...(link && { link }) } as const;
    const html = await renderPage(page).catch(() => undefined);
    if (html !== undefined) {
      const type = { 'content-type': 'text/html; charset=utf-8' };
      return new Response(html, { status, headers: { ...headers, ...type } });
    }
  }
  const type = { 'content-type': 'text/plain; charset=utf-8' };
  return new Response(`${message}\n`, { status, headers: { ...headers, ...type } });
}
