/** Why a comment is held. */
export interface Reason {
  readonly code: string;
  /** As a moderator reads it, with what was found. */
  readonly moderator: string;
  /** A soft word for the commenter. Left out where it would only teach those who send spam. */
  readonly commenter?: string;
  /** It reads as if somebody needed help now: the commenter is shown at once where to get it. */
  readonly emergency?: true;
}

/** Where all are held: that nothing doubtful was found. */
export const EVERY_COMMENT: Reason = {
  code: 'every',
  moderator: 'Every comment is read first',
  commenter: 'An editor reads each comment before it appears.',
};

/** What the moderators read. */
export function toModeratorWords(reasons: readonly Reason[]): string[] {
  return reasons.map(({ moderator }) => moderator);
}

/** What the commenter of a held comment reads: at least that an editor reads it first. */
export function toCommenterWords(reasons: readonly Reason[]): string[] {
  const words = reasons.flatMap(({ commenter }) => commenter ?? []);
  return words.length > 0 ? [...new Set(words)] : ['An editor reads it before it appears.'];
}

export function isEmergency(reasons: readonly Reason[]): boolean {
  return reasons.some(({ emergency }) => emergency === true);
}
