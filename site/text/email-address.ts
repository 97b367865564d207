// Runs in readers' browsers too.

/** As mail servers count: of the whole, and of what stands before the at sign (RFC 5321). */
const MOST_BYTES = 254;
const MOST_LOCAL_BYTES = 64;

/** What may stand between two dots before the at sign: nothing that could pass for a second address or a header. */
const ATOM = String.raw`[^\s\p{Z}\p{C}.@"<>,;:\(\)\[\]\\]+`;
const LABEL_REST = String.raw`(?:[\p{L}\p{M}\p{N}\-]{0,61}[\p{L}\p{M}\p{N}])?`;
const ADDRESS = new RegExp(
  String.raw`^${ATOM}(?:\.${ATOM})*@(?:[\p{L}\p{N}]${LABEL_REST}\.)+\p{L}${LABEL_REST}$`,
  'v',
);

/**
 * Whether it is one plain email address, in any script, without a name beside it, quotes or comments.
 *
 * The one rule for all that takes addresses: what may be typed can be mailed, asked about and erased.
 */
export function isEmailAddress(value: string): boolean {
  const [local = ''] = value.split('@');
  return (
    value.length <= MOST_BYTES &&
    bytesOf(value) <= MOST_BYTES &&
    bytesOf(local) <= MOST_LOCAL_BYTES &&
    ADDRESS.test(value)
  );
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
