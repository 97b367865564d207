/** A claim graded above “none” must show at least one source. */
export function citationsProblem(
  citations: readonly unknown[] | undefined,
  grade: unknown,
): true | string {
  if (grade === undefined || grade === 'none') return true;
  if (citations !== undefined && citations.length > 0) return true;
  return 'Add at least one source, or set the grade to “None”.';
}

/** A day (`YYYY-MM-DD`) that has already come. */
export function pastDayProblem(day: string | undefined, today: string): true | string {
  if (day === undefined || day <= today) return true;
  return 'This date is in the future. Use the day it was done.';
}

/** A care card tells the reader how quickly to act; the other tones must not. */
export function urgencyProblem(urgency: string | undefined, tone: unknown): true | string {
  if (tone === 'care' && urgency === undefined) return 'Say how quickly the reader should act.';
  return true;
}
