/** What the private part of a comment tells about mail. */
export interface PrivatePart {
  /** The id of the comment. */
  readonly comment: string;
  readonly email: string;
  readonly notify?: boolean | undefined;
  /** Another browser than those of the address's owner sent the comment, who has not said since that it was theirs. */
  readonly elsewhere?: boolean | undefined;
  /** ISO 8601, as is the next. */
  readonly verifiedAt?: string | undefined;
  readonly unsubscribedAt?: string | undefined;
}

/** When an address was confirmed and its mail ended, by one of its private parts. */
export type Confirmation = Pick<PrivatePart, 'verifiedAt' | 'unsubscribedAt'>;

/**
 * Whether the owner of an address has confirmed it, and not asked for an end of mail since.
 *
 * @param parts all private parts with that address
 */
export function isConfirmed(parts: readonly Confirmation[]): boolean {
  const verified = latest(parts.map(({ verifiedAt }) => verifiedAt));
  const unsubscribed = latest(parts.map(({ unsubscribedAt }) => unsubscribedAt));
  return verified > unsubscribed;
}

/**
 * Whether a browser is that of the owner of an address: the address is confirmed, and was in that browser
 * when or after it last was in any. What is ended or erased and confirmed anew begins anew.
 *
 * @param parts all private parts with that address
 * @param knownSince see `KnownBrowsers`
 */
export function isOwners(parts: readonly Confirmation[], knownSince: Date | undefined): boolean {
  const verified = latest(parts.map(({ verifiedAt }) => verifiedAt));
  return isConfirmed(parts) && knownSince !== undefined && knownSince.getTime() >= verified;
}

/**
 * Whether mail about one comment may be sent to the address that it gave.
 *
 * A comment whose mail was ended stays silent, also when the address is confirmed anew for another. So does
 * one that may be somebody else's, until its owner says that it was theirs.
 *
 * @param parts all private parts with that address
 */
export function mayHear(part: PrivatePart, parts: readonly PrivatePart[]): boolean {
  const isAsked = part.notify === true && part.elsewhere !== true;
  return isAsked && part.unsubscribedAt === undefined && isConfirmed(parts);
}

function latest(times: readonly (string | undefined)[]): number {
  return Math.max(...times.map((time) => (time === undefined ? -Infinity : Date.parse(time))));
}
