import type { CommentSettings } from '../comment-settings.ts';
import type { Submission } from '../submission.ts';
import type { Facts } from './facts.ts';
import type { TextRead } from './read-text.ts';
import type { Reason } from './reason.ts';

export type TriageSettings = Pick<CommentSettings, 'mode' | 'words' | 'maxLinks'>;

/** What the checks look at. */
export interface Comment {
  readonly submission: Pick<Submission, 'name' | 'website' | 'source' | 'trap'>;
  /** The comment's text, read. */
  readonly text: TextRead;
  /** How many links readers will see, whatever was typed. */
  readonly linksSeen: number;
  readonly facts: Facts;
  readonly settings: TriageSettings;
}

/** Finds reasons to hold a comment, or none. Its time grows no faster than the text. */
export type Check = (comment: Comment) => Reason | undefined;
