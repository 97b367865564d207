import { CODINGS, type Coding } from '../publish/siblings.ts';

/**
 * The codings a reader takes, best first: `gzip, br;q=0` is gzip alone.
 *
 * @param header the value of `Accept-Encoding`; its weights only ever rule out
 */
export function acceptedCodings(header: string | undefined): readonly Coding[] {
  if (header === undefined) return NONE;
  const known = remembered.get(header);
  if (known !== undefined) return known;
  const refused = new Set<string>();
  const named = new Set<string>();
  for (const part of header.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim());
    const isRefused = parameters.some((parameter) => /^q=0(?:\.0*)?$/.test(parameter));
    (isRefused ? refused : named).add(name);
  }
  const accepted = CODINGS.filter(
    ({ name }) => named.has(name) || (named.has('*') && !refused.has(name)),
  );
  // Browsers send a handful of different values; whoever sends more is not remembered.
  if (remembered.size < MOST_REMEMBERED) remembered.set(header, accepted);
  return accepted;
}

const NONE: readonly Coding[] = [];
const MOST_REMEMBERED = 100;
const remembered = new Map<string, readonly Coding[]>();
