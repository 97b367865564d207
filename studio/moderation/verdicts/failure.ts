import { fieldOf } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';
import { parseComment } from '../comment.ts';
import { tabOf } from '../list/tabs.ts';
import { versionOf } from './versions.ts';
import type { Versions } from './versions.ts';

/** Says what went wrong with a change, and what to do. */
export function toFailureText(error: unknown): string {
  const status = fieldOf(error, 'statusCode');
  if (status === 409 || status === 404) {
    return 'It has changed since you saw it, perhaps by another moderator. Look again.';
  }
  if (status === 401) return 'You are signed out. Sign in again; nothing has been changed.';
  if (status === 403) return 'Your role may not moderate comments. Ask an administrator.';
  return 'The store did not answer. Look at the list: it shows what holds. Then try again.';
}

const DEEDS = {
  approved: 'approved it',
  spam: 'put it in spam',
  trash: 'put it in the trash',
} as const;

/**
 * Says what somebody else did to a comment before a verdict on it arrived: “Ben approved it before you.”
 *
 * @param who their name; undefined when it is not known
 */
export function toRivalText(
  seen: ModeratedComment,
  now: Versions | undefined,
  who: string | undefined,
): string {
  return `${who ?? 'Somebody else'} ${toDeed(seen, now)} before you.`;
}

function toDeed(seen: ModeratedComment, now: Versions | undefined): string {
  const version = now && (versionOf(seen, now) ?? now.draft ?? now.published);
  const comment = parseComment(version);
  if (now === undefined) return 'changed it';
  if (comment === undefined) return 'deleted it';
  const [before, after] = [tabOf(seen), tabOf(comment)];
  if (before === after) return 'changed it';
  if (after !== 'pending') return DEEDS[after];
  return before === 'approved' ? 'took it down' : 'moved it back to pending';
}
