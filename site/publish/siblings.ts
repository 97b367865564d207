import { rmSync } from 'node:fs';

/**
 * The compressed forms of a file, best first: what HTTP calls them, and the ends of their names.
 *
 * They lie beside the file they are made from and have its time of change.
 */
export const CODINGS = [
  { name: 'br', suffix: '.br' },
  { name: 'gzip', suffix: '.gz' },
] as const;

export type Coding = (typeof CODINGS)[number];

/**
 * Takes the compressed forms of a file away.
 *
 * Called before the file is replaced or removed: a server that finds one beside it believes it.
 */
export function removeSiblings(file: string): void {
  for (const { suffix } of CODINGS) rmSync(`${file}${suffix}`, { force: true });
}

/**
 * Whether a compressed form was made from the file as it is now, by their times of change.
 *
 * They are set alike, and read back to within the precision of a number of milliseconds.
 */
export function isMadeFrom(
  sibling: { readonly mtimeMs: number },
  file: { readonly mtimeMs: number },
): boolean {
  return Math.abs(sibling.mtimeMs - file.mtimeMs) < 0.1;
}
