import { randomUUID } from 'node:crypto';

import type { FieldError } from '../text/comment-fields.ts';
import type { AddressHash } from './address-hash.ts';
import type { HeldComment } from './held-comment.ts';
import type { Outbox } from './outbox.ts';
import { parseForm } from './parse.ts';
import type { FormTarget, FormValues, ParsedForm } from './parse.ts';
import type { RateLimit } from './rate-limit.ts';
import { readForm } from './read-form.ts';
import { Refusal } from './refusal.ts';
import type { Renderer } from './render.ts';
import { isFromSite } from './same-site.ts';
import type { Submission } from './submission.ts';
import { triage } from './triage.ts';

/** What the site knows about pages and approved comments. */
export interface CommentLookups {
  /** The article or technique with this `_id`, or `undefined` if there is none. */
  page: (id: string) => { commentsOpen: boolean } | undefined;
  /** Whether it is an approved comment on that page. */
  isApproved: (commentId: string, pageId: string) => boolean;
}

/** What the error page needs to show the form again. */
export interface ErrorPage extends FormTarget {
  articleId: string;
  values: FormValues;
  errors: readonly FieldError[];
}

export interface EndpointOptions {
  lookups: CommentLookups;
  outbox: Pick<Outbox, 'add'>;
  renderer: Pick<Renderer, 'render'>;
  rateLimit: RateLimit;
  addressHash: AddressHash;
  /** The page of that article with the form, what was typed, and what to mend: HTML. */
  renderErrorPage: (page: ErrorPage) => Promise<string>;
  /** Called after a comment is stored. */
  onAccepted: () => void;
  /** Told of faults of ours, a line each; never anything personal. */
  log: (line: string) => void;
  now: () => Date;
  /** Where readers find the site, without a slash at the end. */
  siteUrl: string;
}

/**
 * Takes comments: `POST` of the form, from the network address given.
 *
 * Answers 303 to `/comments/received/` once the comment is stored for good, 422 with the page to
 * mend, 429, or the status of a `Refusal`; JSON to those who ask for it.
 */
export function createCommentsEndpoint(
  options: EndpointOptions,
): (request: Request, address: string) => Promise<Response> {
  const siteOrigin = new URL(options.siteUrl).origin;
  return async (request, address) => {
    try {
      if (request.method !== 'POST') {
        throw new Refusal(405, 'Comments are sent with POST.', { allow: 'POST' });
      }
      if (!isFromSite(request, siteOrigin)) {
        throw new Refusal(403, 'The form came from another site. Write from the article’s page.');
      }
      const parsed = parseForm(await readForm(request));
      return await answer(parsed, { request, address, siteOrigin }, options);
    } catch (error) {
      return toErrorResponse(error, request, options);
    }
  };
}

interface Call {
  request: Request;
  address: string;
  siteOrigin: string;
}

async function answer(parsed: ParsedForm, call: Call, options: EndpointOptions): Promise<Response> {
  const { articleId } = parsed;
  if (articleId === undefined || options.lookups.page(articleId) === undefined) {
    throw new Refusal(404, 'The article is not there any more, so it takes no comments.');
  }
  const mend = (status: number, errors: readonly FieldError[]) =>
    toMendResponse(status, { ...parsed, articleId, errors }, call.request, options);
  const { submission } = parsed;
  if (submission === undefined) return mend(422, parsed.errors);

  const problem = targetProblem(submission, options.lookups);
  if (problem !== undefined) return mend(422, [{ field: 'comment', message: problem }]);
  const senders = options.addressHash(call.address, options.now());
  const verdict = triage(submission, options.rateLimit.history(senders, options.now()));
  if (verdict.status === 'refused') {
    const message = 'Too many comments came from your network. Wait a minute, then send it again.';
    return mend(429, [{ field: 'comment', message }]);
  }

  const [ipHash] = senders;
  options.rateLimit.count(ipHash, options.now());
  const userAgent = call.request.headers.get('user-agent')?.slice(0, 300);
  const comment: HeldComment = {
    id: randomUUID(),
    articleId,
    ...(submission.parentId && { parentId: submission.parentId }),
    name: submission.name,
    ...(submission.website && { website: submission.website }),
    source: submission.source,
    body: await options.renderer.render(submission.source),
    submittedAt: options.now().toISOString(),
    reasons: [...verdict.reasons],
    ...(verdict.status === 'spam' && { moderation: 'spam' }),
    private: { email: submission.email, ipHash, ...(userAgent && { userAgent }) },
  };
  try {
    options.outbox.add(comment, options.now());
  } catch (error) {
    options.log(`A comment could not be stored: ${error instanceof Error ? error.name : 'fault'}`);
    const message = 'The comment could not be stored just now. Keep a copy and try again soon.';
    return mend(503, [{ field: 'comment', message }]);
  }
  options.onAccepted();
  return toAcceptedResponse(articleId, call);
}

function targetProblem(
  { articleId, parentId }: Submission,
  { page, isApproved }: CommentLookups,
): string | undefined {
  if (page(articleId)?.commentsOpen !== true) return 'Comments on this page are closed.';
  return parentId === undefined || isApproved(parentId, articleId)
    ? undefined
    : 'The comment you are answering is not there any more. Reply to the article instead.';
}

function toAcceptedResponse(articleId: string, { request, siteOrigin }: Call): Response {
  if (wantsJson(request)) return Response.json({ status: 'held' }, { status: 202, headers });
  // The form may have come from a site on another host than this endpoint's.
  const base = request.headers.get('origin') === siteOrigin ? siteOrigin : '';
  const location = `${base}/comments/received/?article=${encodeURIComponent(articleId)}`;
  return new Response(null, { status: 303, headers: { ...headers, location } });
}

async function toMendResponse(
  status: number,
  page: ErrorPage,
  request: Request,
  { renderErrorPage }: EndpointOptions,
): Promise<Response> {
  const { articleId, parentId, values, errors } = page;
  const retry: Record<string, string> = status === 429 ? { 'retry-after': '60' } : {};
  if (wantsJson(request)) {
    return Response.json({ errors }, { status, headers: { ...headers, ...retry } });
  }
  const html = await renderErrorPage({ articleId, parentId, values, errors });
  return new Response(html, {
    status,
    headers: { ...headers, ...retry, 'content-type': 'text/html; charset=utf-8' },
  });
}

function toErrorResponse(error: unknown, request: Request, { log }: EndpointOptions): Response {
  const refusal =
    error instanceof Refusal
      ? error
      : new Refusal(500, 'Something went wrong here. Keep a copy of your comment and try again.');
  if (error !== refusal) log(`A comment met a fault: ${error instanceof Error ? error.name : '?'}`);
  const init = { status: refusal.status, headers: { ...headers, ...refusal.headers } };
  return wantsJson(request)
    ? Response.json({ error: refusal.message }, init)
    : new Response(`${refusal.message}\n`, {
        ...init,
        headers: { ...init.headers, 'content-type': 'text/plain; charset=utf-8' },
      });
}

function wantsJson(request: Request): boolean {
  return request.headers.get('accept')?.includes('application/json') === true;
}

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };
