import { assess } from './assess.ts';
import type { Assessing } from './assess.ts';
import type { HeldComment } from './held-comment.ts';
import type { CommentLookups } from './lookups.ts';
import { toCommenterWords } from './triage/reason.ts';

export interface ChangeOptions extends Assessing {
  lookups: CommentLookups;
}

/**
 * What its author changes a comment into. A change may keep what was approved at once, but approves
 * nothing: a comment that was held stays held, and moderators are told that it was changed since.
 */
export async function change(
  comment: HeldComment,
  source: string,
  request: Request,
  options: ChangeOptions,
): Promise<HeldComment> {
  const { approved, emergency, reasons, notices: _before, ...kept } = comment;
  const submission = { ...kept, source, email: comment.private.email, trap: '' };
  const facts = { form: 'not-needed', proof: 'not-needed', duplicate: false } as const;
  const { approved: isHarmless, ...assessed } = await assess(submission, request, facts, options);
  const wasPublic = approved === true || options.lookups.approved(comment.id) !== undefined;
  const editedAt = wasPublic ? options.now().toISOString() : comment.editedAt;
  const changed = { ...kept, source, ...assessed, ...(editedAt && { editedAt }) };
  if (isHarmless && approved) return { ...changed, approved };
  // Somebody may still need help, whatever the comment says now.
  const before = reasons
    .filter((reason) => emergency === true || reason.startsWith(BEFORE))
    .map((reason) => (reason.startsWith(BEFORE) ? reason : `${BEFORE}${reason}`));
  if (!isHarmless) return { ...changed, reasons: [...assessed.reasons, ...before] };
  if (reasons.length === 0) {
    const why = ['Changed by its author after it was approved'];
    return { ...changed, reasons: why, notices: toCommenterWords([]) };
  }
  const still = before.length > 0 ? before : reasons;
  return { ...changed, reasons: [...new Set([...still, CHANGED])], notices: [HELD_BEFORE] };
}

/** How a reason begins that held what the author has changed since. */
export const BEFORE = 'Before its author changed it: ';

const CHANGED = 'Changed by its author since; nothing doubtful was found in what it says now';

const HELD_BEFORE =
  'It was held before you changed it, so an editor still reads it before it appears.';
