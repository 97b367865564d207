import { commentHtml } from '../text/rich-text.ts';
import type { HeldComment } from './held-comment.ts';
import type { CommentLookups } from './lookups.ts';
import { CHANGE_MS } from './outbox.ts';
import { ownAddress } from './own-address.ts';
import { wantsJson } from './routes.ts';
import type { Signer } from './signed.ts';

interface AcceptOptions {
  lookups: Pick<CommentLookups, 'emergencyText'>;
  signer: Signer;
  commentsUrl: string;
}

type Accepted = Pick<
  HeldComment,
  'id' | 'approved' | 'notices' | 'emergency' | 'body' | 'submittedAt'
>;

/** Answers that a comment is stored: with its author's own page, or with what that says. */
export function accept(comment: Accepted, request: Request, options: AcceptOptions): Response {
  const { id, approved, notices, emergency = false, body, submittedAt } = comment;
  const yours = ownAddress(options.commentsUrl, options.signer, id);
  if (!wantsJson(request)) {
    return new Response(null, { status: 303, headers: { location: yours } });
  }
  const answer = {
    status: approved ? 'public' : 'held',
    yours,
    html: commentHtml(body),
    notices,
    editUntil: new Date(Date.parse(submittedAt) + CHANGE_MS).toISOString(),
    ...toEmergency(emergency, options),
  };
  return Response.json(answer, { status: 202 });
}

/** What to do in an emergency, where the comment reads like one. */
export function toEmergency(emergency: boolean, { lookups }: Pick<AcceptOptions, 'lookups'>) {
  return emergency ? { emergency: lookups.emergencyText() } : {};
}
