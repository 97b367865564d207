export interface MedicalReview {
  readonly reviewer?: { readonly _ref?: string | undefined } | undefined;
  readonly reviewedAt?: string | undefined;
  readonly nextReviewAt?: string | undefined;
}

/**
 * A medical review counts only when it is whole: reviewer, date and next date, all three or none.
 *
 * Dates are `YYYY-MM-DD`, so they compare as text.
 */
export function medicalReviewProblem(
  review: MedicalReview | undefined,
  today: string,
): true | string {
  if (review === undefined) return true;
  const { reviewer, reviewedAt, nextReviewAt } = review;
  const given = [reviewer?._ref, reviewedAt, nextReviewAt].filter(Boolean);
  if (given.length === 0) return true;
  if (!reviewer?._ref || !reviewedAt || !nextReviewAt) {
    return 'Give the reviewer, the date of the review and the date of the next one, or leave all three empty.';
  }
  if (reviewedAt > today)
    return 'The review date is in the future. Use the day the review was done.';
  if (nextReviewAt <= reviewedAt) return 'The next review must come after this one.';
  return true;
}

/** A reviewer must have credentials that a reader can check. */
export function reviewerProblem(credentials: string | null | undefined): true | string {
  if (credentials?.trim()) return true;
  return 'This person has no credentials. Add them under People first, or choose another reviewer.';
}
