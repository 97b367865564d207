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

const EACH_IS_READ = 'An editor reads each comment before it appears.';

/** That nothing doubtful was found. */
export const EVERY_COMMENT: Reason = {
  code: 'every',
  moderator: 'Every comment is read first',
  commenter: EACH_IS_READ,
};

/** What the moderators read. */
export function toModeratorWords(reasons: readonly Reason[]): string[] {
  return reasons.map(({ moderator }) => moderator);
}

/** What the commenter reads: at least that an editor reads each comment. */
export function toCommenterWords(reasons: readonly Reason[]): string[] {
  const words = reasons.flatMap(({ commenter }) => commenter ?? []);
  return words.length > 0 ? [...new Set(words)] : [EACH_IS_READ];
}

export function isEmergency(reasons: readonly Reason[]): boolean {
  return reasons.some(({ emergency }) => emergency === true);
}
