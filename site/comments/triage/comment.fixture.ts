import type { Submission } from '../submission.ts';
import type { Comment, TriageSettings } from './check.ts';
import type { Facts } from './facts.ts';
import { readText } from './read-text.ts';

/** An ordinary comment by a reader. */
export const submission: Submission = {
  articleId: 'article-x',
  name: 'Ann',
  email: 'ann@example.org',
  source: 'Thank you, that was clear.',
  trap: '',
};

/** What is known about it, when nothing is doubtful. */
export const facts: Facts = {
  form: { ageMs: 60_000 },
  proof: 'not-needed',
  duplicate: false,
  sender: { verified: true, approved: 3, spam: 0 },
};

export const settings: TriageSettings = { mode: 'open', words: [], maxLinks: 2 };

/** What a check looks at. */
export const aComment = (changes: Partial<Submission> = {}): Comment => {
  const changed = { ...submission, ...changes };
  return { submission: changed, text: readText(changed.source), linksSeen: 0, facts, settings };
};
