import type { Signer } from './signed.ts';
import type { FormAge } from './triage/facts.ts';

/** The signed time at which a form was made. It says nothing about who gets it. */
export function makeTicket(signer: Signer, now: Date): string {
  return signer.sign('ticket', String(now.getTime()));
}

/** How old the form is that came with this ticket; an empty ticket is none. */
export function readTicket(signer: Signer, ticket: string, now: Date): FormAge {
  if (ticket === '') return 'none';
  const issuedAt = signer.verify('ticket', ticket, now);
  return issuedAt === undefined ? 'forged' : { ageMs: now.getTime() - Number(issuedAt) };
}
