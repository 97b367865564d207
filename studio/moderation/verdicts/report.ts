import type { ModeratedComment } from '../comment.ts';
import type { Outcome } from './carry-out.ts';
import { toFailureText, toRivalText } from './failure.ts';
import type { Undo } from './undo.ts';

/** What the tool says after it has done, or not done, something. */
export interface Notice {
  readonly tone: 'done' | 'trouble';
  readonly text: string;
  /** A line for each comment that was left as it is. */
  readonly problems: readonly string[];
  /** What takes it back; empty where nothing does. */
  readonly undos: readonly Undo[];
}

/** A comment that could not be changed, and why. */
export interface Leftover {
  readonly comment: Pick<ModeratedComment, 'name'>;
  readonly why: string;
}

/**
 * Says why comments were left as they are.
 *
 * @param nameOf who changed a comment last; undefined when it is not known
 */
export async function toLeftovers(
  outcomes: readonly Outcome[],
  nameOf: (id: string) => Promise<string | undefined>,
): Promise<readonly Leftover[]> {
  const left = outcomes.filter((outcome) => outcome.status !== 'done');
  return Promise.all(
    left.map(async (outcome) => ({
      comment: outcome.of,
      why:
        outcome.status === 'failed'
          ? toFailureText(outcome.error)
          : toRivalText(outcome.of, outcome.now, await nameOf(outcome.of.id)),
    })),
  );
}

/** Puts together what was done and what was not. */
export function toNotice(
  doneText: string | undefined,
  leftovers: readonly Leftover[],
  undos: readonly Undo[],
): Notice {
  const problems = leftovers.map(({ comment, why }) => `Comment by ${comment.name}: ${why}`);
  const [only, ...others] = problems;
  const trouble = problems.length > 0;
  if (doneText === undefined && only !== undefined && others.length === 0) {
    return { tone: 'trouble', text: only, problems: [], undos };
  }
  const left =
    problems.length === 1
      ? '1 comment was left as it is.'
      : `${problems.length} comments were left as they are.`;
  return {
    tone: trouble ? 'trouble' : 'done',
    text: [doneText, trouble && left].filter(Boolean).join(' '),
    problems,
    undos,
  };
}
