import type { Signer } from './signed.ts';

/** The address of a commenter's own page: whoever has it may see, and for a while change, the comment. */
export function ownAddress(commentsUrl: string, signer: Signer, id: string): string {
  return `${commentsUrl}/yours/${signer.sign('yours', id)}`;
}
