/** What the private part of a comment tells about mail. */
export interface PrivatePart {
  /** The id of the comment. */
  readonly comment: string;
  readonly email: string;
  readonly notify?: boolean | undefined;
  /** ISO 8601, as is the next. */
  readonly verifiedAt?: string | undefined;
  readonly unsubscribedAt?: string | undefined;
}

/**
 * Whether the owner of an address has confirmed it, and not asked for an end of mail since.
 *
 * @param parts all private parts with that address
 */
export function isConfirmed(parts: readonly PrivatePart[]): boolean {
  const verified = latest(parts.map(({ verifiedAt }) => verifiedAt));
  const unsubscribed = latest(parts.map(({ unsubscribedAt }) => unsubscribedAt));
  return verified > unsubscribed;
}

/**
 * Whether mail about one comment may be sent to the address that it gave.
 *
 * A comment whose mail was ended stays silent, also when the address is confirmed anew for another.
 *
 * @param parts all private parts with that address
 */
export function mayHear(part: PrivatePart, parts: readonly PrivatePart[]): boolean {
  return part.notify === true && part.unsubscribedAt === undefined && isConfirmed(parts);
}

function latest(times: readonly (string | undefined)[]): number {
  return Math.max(...times.map((time) => (time === undefined ? -Infinity : Date.parse(time))));
}
