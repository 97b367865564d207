import type { Submission } from '../submission.ts';
import type { Check, Comment, TriageSettings } from './check.ts';
import { cures } from './cures.ts';
import { emergency } from './emergency.ts';
import type { Facts } from './facts.ts';
import { formAge, proofOfWork, trap } from './form.ts';
import { otherLanguage } from './language.ts';
import { links, nameIsLink, website } from './links.ts';
import { doses, stoppingMedicine } from './medicines.ts';
import { personalDetails } from './personal-details.ts';
import { readText } from './read-text.ts';
import { reassurance } from './reassurance.ts';
import { EVERY_COMMENT } from './reason.ts';
import type { Reason } from './reason.ts';
import type { SeenText } from './seen-text.ts';
import { selling } from './selling.ts';
import { duplicate, firstTimers } from './sender.ts';
import { wordless } from './wordless.ts';
import { listedWords } from './words.ts';

export type Verdict =
  | { readonly status: 'approved' }
  | { readonly status: 'pending' | 'spam'; readonly reasons: readonly Reason[] };

/** In the order in which moderators read what they find. */
export const CHECKS: Readonly<Record<string, Check>> = {
  emergency,
  trap,
  'form’s time': formAge,
  'proof of work': proofOfWork,
  duplicate,
  'first-timers': firstTimers,
  'words at all': wordless,
  language: otherLanguage,
  'listed words': listedWords,
  'name is a link': nameIsLink,
  links,
  website,
  selling,
  cures,
  reassurance,
  'stopping medicine': stoppingMedicine,
  doses,
  'personal details': personalDetails,
};

/**
 * Decides what happens to a comment before a moderator sees it.
 *
 * A check that breaks holds the comment. Reads no clock and no database: what is known is passed in.
 *
 * @param seen what readers will see of it: judged too, by itself, where it is not what was typed
 */
export function triage(
  submission: Pick<Submission, 'name' | 'website' | 'source' | 'trap'>,
  facts: Facts,
  settings: TriageSettings,
  seen: SeenText = { text: submission.source, links: 0 },
): Verdict {
  const comments = [...new Set([submission.source, seen.text])].map((source): Comment => ({
    submission: { ...submission, source },
    text: readText(source),
    linksSeen: seen.links,
    facts,
    settings,
  }));
  const reasons = Object.entries(CHECKS).flatMap(([name, check]) => runAll(name, check, comments));
  if (submission.trap !== '') return { status: 'spam', reasons };
  if (reasons.length > 0) return { status: 'pending', reasons };
  return settings.mode === 'all'
    ? { status: 'pending', reasons: [EVERY_COMMENT] }
    : { status: 'approved' };
}

/** One reason of each kind, though the typed text and the text seen may both give it. */
function runAll(name: string, check: Check, comments: readonly Comment[]): readonly Reason[] {
  const reasons = comments.flatMap((comment) => run(name, check, comment));
  return [
    ...new Map(reasons.toReversed().map((reason) => [reason.code, reason])).values(),
  ].toReversed();
}

function run(name: string, check: Check, comment: Comment): readonly Reason[] {
  try {
    const reason = check(comment);
    return reason === undefined ? [] : [reason];
  } catch {
    return [{ code: 'fault', moderator: `The check for ${name} broke` }];
  }
}
