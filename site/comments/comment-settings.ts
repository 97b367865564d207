import { z } from 'zod';

import { isEmailAddress } from '../text/email-address.ts';

/** The `_id` of the document in which moderators set these. */
export const COMMENT_SETTINGS_ID = 'private.commentSettings';

const MAX_WORDS = 1000;
const MAX_WORD = 100;
const MAX_MODERATORS = 50;
const MAX_MONTHS = 120;

/** A whole number; what is missing or wrong counts as the fallback. */
const count = (least: number, fallback: number) => z.int().min(least).catch(fallback);

/** The entries of a list that are usable; a wrong one does not cost the others. */
const list = (entry: z.ZodType<string>, most: number) =>
  z
    .array(z.unknown())
    .catch([])
    .transform((entries) =>
      entries.flatMap((each) => entry.safeParse(each).data ?? []).slice(0, most),
    );

const settingsShape = z.object({
  mode: z.enum(['all', 'first-timers', 'open']).catch('all'),
  words: list(z.string().trim().min(1).max(MAX_WORD), MAX_WORDS),
  maxLinks: count(0, 2),
  perMinute: count(1, 3),
  perDay: count(1, 30),
  perEmailPerDay: count(1, 20),
  overallPerMinute: count(1, 120),
  proofOfWork: z.boolean().catch(false),
  notify: list(z.string().trim().refine(isEmailAddress), MAX_MODERATORS),
  keepMonths: z
    .int()
    .min(1)
    // Kept shorter than somebody wished, rather than for ever.
    .transform((months) => Math.min(months, MAX_MONTHS))
    .optional()
    .catch(undefined),
});

/** How comments are taken, held and kept. */
export type CommentSettings = z.infer<typeof settingsShape>;

/** Reads the settings document, or none: every field that is missing or wrong has its default. */
export function parseCommentSettings(document: unknown): CommentSettings {
  return settingsShape.parse(z.looseObject({}).safeParse(document).data ?? {});
}
