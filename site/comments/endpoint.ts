import { randomUUID } from 'node:crypto';

import type { FieldError } from '../text/comment-fields.ts';
import { commentHtml } from '../text/rich-text.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { accept, toEmergency } from './accept.ts';
import { assess } from './assess.ts';
import type { Assessing } from './assess.ts';
import type { HeldComment } from './held-comment.ts';
import { toLimitMessage } from './limit-message.ts';
import type { Limits } from './limits.ts';
import type { CommentLookups } from './lookups.ts';
import { CHANGE_MS } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { parseForm } from './parse.ts';
import type { ParsedForm } from './parse.ts';
import { toPrint } from './prints.ts';
import type { Print } from './prints.ts';
import type { Proofs } from './proof.ts';
import { readForm } from './read-form.ts';
import type { Form } from './read-form.ts';
import { Refusal } from './refusal.ts';
import { wantsJson } from './routes.ts';
import type { RenderReaderPage, RouteHandler } from './routes.ts';
import type { Signer } from './signed.ts';
import type { Submission } from './submission.ts';
import { makeTicket, readTicket } from './ticket.ts';
import { toCommenterWords } from './triage/reason.ts';
import { createTurns } from './turns.ts';
import { nameOf } from '../message-of.ts';

export interface EndpointOptions extends Assessing {
  lookups: CommentLookups;
  outbox: Pick<Outbox, 'post' | 'find' | 'findAgain' | 'isKnown'>;
  limits: Pick<Limits, 'consume'>;
  /** Whether this network may have another preview now. */
  mayPreview: (network: string) => Promise<boolean>;
  proofs: Pick<Proofs, 'check'>;
  signer: Signer;
  /** This site's own; for what is only ever compared. */
  key: Uint8Array;
  render: RenderReaderPage;
  /** Called after a comment is stored. */
  onAccepted: () => void;
  /** Told of faults of ours, a line each; never anything personal. */
  log: (line: string) => void;
  /** Where the form is sent: a path, or an address in full. */
  commentsUrl: string;
}

/** A post that can be answered. */
interface Call {
  request: Request;
  /** Hashes of the sender's network, today's first. */
  networks: readonly [string, ...string[]];
  form: Form;
  parsed: ParsedForm & { articleId: string };
  now: Date;
}

/**
 * Takes comments: `POST` of the form, from the network address given.
 *
 * Answers 303 to the commenter's own page once the comment is stored for good, 200 with a preview
 * where that is asked for, 422 with the page to mend, 429, 503 or the status of a `Refusal`; JSON to
 * those who ask for it.
 */
export function createCommentsEndpoint(options: EndpointOptions): RouteHandler {
  const inTurn = createTurns();
  return async (request, rest, address) => {
    if (rest !== '') throw new Refusal(404, 'There is nothing at this address.');
    const form = await readForm(request);
    const parsed = parseForm(form);
    const { articleId } = parsed;
    const page = articleId === undefined ? undefined : options.lookups.page(articleId);
    if (articleId === undefined || page === undefined) {
      throw new Refusal(
        404,
        'The article is not there any more, so it takes no comments. Go back to keep a copy of yours.',
      );
    }
    const now = options.now();
    const networks = options.addressHash(address, now);
    const call: Call = { request, form, networks, now, parsed: { ...parsed, articleId } };
    const { submission } = parsed;
    if (submission === undefined) return mend(422, parsed.errors, call, options);
    const problem = targetProblem(submission, page, options.lookups);
    if (problem !== undefined) return mend(422, problem, call, options);
    if (form.get('action') === 'preview') return preview(submission, call, options);
    const print = toPrint(options.key, submission, networks);
    // A double click is two posts at once: the second waits, and is known again without being counted.
    return inTurn(`${print.text} ${print.place} ${print.sender}`, () =>
      take(submission, print, call, options),
    );
  };
}

async function take(
  submission: Submission,
  print: Print,
  call: Call,
  options: EndpointOptions,
): Promise<Response> {
  const { outbox, limits, settings } = options;
  const { networks, now, form } = call;
  const duplicate = outbox.isKnown(print, now);
  const again = duplicate ? outbox.findAgain(print, now) : undefined;
  if (again !== undefined) return acceptAgain(again, submission, call, options);

  const limit = await limits.consume({ networks, email: submission.email }, settings());
  if (!limit.allowed) {
    return mend(429, toLimitMessage(limit), call, options, limit.retryAfterS);
  }
  const facts = {
    form: readTicket(options.signer, textOf(form, 'ticket'), now),
    proof: await proofOf(form, options, now),
    duplicate,
  };
  const notify = form.get('notify') === 'on';
  const userAgent = call.request.headers.get('user-agent')?.slice(0, 300);
  const comment: HeldComment = {
    id: randomUUID(),
    articleId: submission.articleId,
    ...(submission.parentId && { parentId: submission.parentId }),
    name: submission.name,
    ...(submission.website && { website: submission.website }),
    source: submission.source,
    submittedAt: now.toISOString(),
    ...(await assess({ ...submission, notify }, call.request, facts, options)),
    private: {
      email: submission.email,
      ipHash: networks[0],
      ...(userAgent && { userAgent }),
      ...(notify && { notify }),
    },
  };
  try {
    const id = await outbox.post(comment, print, now);
    if (id !== comment.id) return await acceptAgain(id, submission, call, options);
  } catch (error) {
    await limit.giveBack();
    options.log(`A comment could not be stored: ${nameOf(error)}`);
    const message = 'The comment could not be stored just now. Keep a copy and try again soon.';
    return mend(503, message, call, options, 30);
  }
  options.onAccepted();
  return accept(comment, call.request, options);
}

function proofOf(form: Form, { settings, proofs }: EndpointOptions, now: Date) {
  if (!settings().proofOfWork) return 'not-needed' as const;
  return proofs
    .check(textOf(form, 'proof'), now)
    .then((given) => (given ? ('given' as const) : ('missing' as const)));
}

async function preview(
  submission: Submission,
  call: Call,
  options: EndpointOptions,
): Promise<Response> {
  if (!(await options.mayPreview(call.networks[0]))) {
    const message = 'Too many previews in a minute. Wait a little, or send the comment.';
    return mend(429, message, call, options, 30);
  }
  const facts = { form: 'not-needed', proof: 'not-needed', duplicate: false } as const;
  const { body, emergency = false } = await assess(submission, call.request, facts, options);
  if (wantsJson(call.request)) {
    return Response.json({ preview: commentHtml(body), ...toEmergency(emergency, options) });
  }
  const { name, website } = submission;
  const comment = { name, website, body, submittedAt: call.now.toISOString() };
  return options.render({ kind: 'preview', form: toFormState(call, options), comment, emergency });
}

function targetProblem(
  { parentId, articleId }: Submission,
  page: { readonly open: boolean },
  { approved }: CommentLookups,
): string | undefined {
  if (!page.open) return 'Comments on this page are closed.';
  if (parentId === undefined) return undefined;
  const parent = approved(parentId)?.comment;
  return parent?.article._ref === articleId && parent.removed !== true
    ? undefined
    : 'The comment you are answering is not there any more. Reply to the article instead.';
}

/** The same comment once more: its author lands where they landed the first time. */
async function acceptAgain(
  id: string,
  submission: Submission,
  call: Call,
  options: EndpointOptions,
): Promise<Response> {
  const kept = options.outbox.find(id)?.comment;
  if (kept !== undefined) return accept(kept, call.request, options);
  const isPublic = options.lookups.approved(id) !== undefined;
  const body = await options.renderer.render(submission.source);
  // It came within the last day, and its fifteen minutes are over.
  const submittedAt = new Date(call.now.getTime() - CHANGE_MS).toISOString();
  const notices = toCommenterWords([]);
  return accept(
    { id, body, notices, submittedAt, ...(isPublic && { approved: true }) },
    call.request,
    options,
  );
}

async function mend(
  status: number,
  problem: string | readonly FieldError[],
  call: Call,
  options: EndpointOptions,
  retryAfterS?: number,
): Promise<Response> {
  const errors: readonly FieldError[] =
    typeof problem === 'string' ? [{ field: 'form', message: problem }] : problem;
  const headers: Record<string, string> =
    retryAfterS === undefined ? {} : { 'retry-after': String(retryAfterS) };
  if (wantsJson(call.request)) return Response.json({ errors }, { status, headers });
  const page: ReaderPage = { kind: 'mend', ...toFormState(call, options), errors };
  const response = await options.render(page, status);
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** What the form holds when it is shown again; its age goes on from when it was first made. */
function toFormState({ parsed, form, now }: Call, { signer }: EndpointOptions) {
  const { articleId, parentId, values } = parsed;
  const ticket = textOf(form, 'ticket');
  const age = readTicket(signer, ticket, now);
  return {
    articleId,
    parentId,
    values,
    notify: form.get('notify') === 'on',
    ticket: typeof age === 'object' ? ticket : makeTicket(signer, now),
  };
}

function textOf(form: Form, field: string): string {
  const value = form.get(field);
  return typeof value === 'string' ? value : '';
}
