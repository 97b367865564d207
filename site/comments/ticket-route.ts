import type { CommentSettings } from './comment-settings.ts';
import type { Proofs } from './proof.ts';
import type { RouteHandler } from './routes.ts';
import type { Signer } from './signed.ts';
import { makeTicket } from './ticket.ts';

interface TicketOptions {
  signer: Signer;
  proofs: Pick<Proofs, 'challenge'>;
  settings: () => CommentSettings;
  now: () => Date;
}

/** Tells a script the signed time at which its form is first used, and the work to do where one is asked for. */
export function createTicketRoute({ signer, proofs, settings, now }: TicketOptions): RouteHandler {
  return async () => {
    const ticket = makeTicket(signer, now());
    if (!settings().proofOfWork) return Response.json({ ticket });
    return Response.json({ ticket, challenge: await proofs.challenge(now()) });
  };
}
