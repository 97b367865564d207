import type { Comment } from '../cms/sanity.types.ts';

/** A comment in its place in the conversation. */
export interface Placed {
  readonly comment: Comment;
  /** The comment that it answers, where that is here. */
  readonly parent: Comment | undefined;
  /** The comment that it stands under: nothing where it starts a thread. */
  readonly under: Comment | undefined;
}

/** A comment and all that follows from it, in the order of reading. */
export type Thread = readonly Placed[];

/** A comment while the threads are made. */
interface Knot {
  readonly comment: Comment;
  readonly answers: Knot[];
  /** What is listed under it, in order of time. */
  readonly shown: Knot[];
  parent: Knot | undefined;
  under: Knot | undefined;
  isPlaced: boolean;
}

/**
 * Arranges comments as conversations, in the order they are given.
 *
 * Three levels at most: below the second, whatever follows from an answer stands under it in order of
 * time. A reply whose parent is not here starts a thread of its own, and of replies that answer each
 * other in a circle the first does: every comment is in one thread, once. Takes time in proportion to
 * their number, whatever their shape.
 */
export function toThreads(comments: readonly Comment[]): readonly Thread[] {
  const knots = comments.map(toKnot);
  const known = new Map(knots.map((knot) => [knot.comment._id, knot]));
  for (const knot of knots) {
    knot.parent = known.get(knot.comment.parent?._ref ?? '');
    knot.parent?.answers.push(knot);
  }
  for (const knot of knots) if (knot.parent === undefined) place(knot);
  // What is left answers itself, through others or at once.
  for (const knot of knots) if (!knot.isPlaced) place(knot);
  for (const knot of knots) knot.under?.shown.push(knot);
  return knots.filter(({ under }) => under === undefined).map(toThread);
}

function toKnot(comment: Comment): Knot {
  return { comment, answers: [], shown: [], parent: undefined, under: undefined, isPlaced: false };
}

/** Finds what each comment that follows from this one stands under. */
function place(first: Knot): void {
  first.isPlaced = true;
  const open = [first];
  for (let knot = open.pop(); knot !== undefined; knot = open.pop()) {
    for (const answer of knot.answers) {
      if (answer.isPlaced) continue;
      answer.isPlaced = true;
      // The third level goes no deeper.
      answer.under = knot.under === undefined || knot.under === first ? knot : knot.under;
      open.push(answer);
    }
  }
}

function toThread(first: Knot): Thread {
  return [first, ...first.shown.flatMap((second) => [second, ...second.shown])].map(toPlaced);
}

function toPlaced({ comment, parent, under }: Knot): Placed {
  return { comment, parent: parent?.comment, under: under?.comment };
}
