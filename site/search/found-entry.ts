import { z } from 'zod';
import { GRADES } from '../drawings/grade-glyph.ts';
import { KINDS } from './kinds.ts';

/**
 * What is found by itself although it is a part of a page: a claim, a question, a word.
 *
 * Pages carry the same in `data-pagefind-…` attributes; these are in `/search/entries.json`.
 */
export const foundEntry = z.object({
  /** With its place on the page: `/evidence/#claim-x`. */
  url: z.string(),
  kind: z.enum(KINDS.map(({ kind }) => kind)),
  section: z.string(),
  title: z.string(),
  /** Plain text. */
  text: z.string(),
  /** Of a claim. */
  grade: z.enum(GRADES).optional(),
});
export type FoundEntry = z.infer<typeof foundEntry>;

/** @throws Error when the text is not a list of entries */
export function parseFoundEntries(json: string): readonly FoundEntry[] {
  return z.array(foundEntry).parse(JSON.parse(json));
}
