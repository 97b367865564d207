import { fieldOf } from './comment.ts';

/** Says what went wrong with a verdict, and what to do. */
export function toFailureText(error: unknown): string {
  const status = fieldOf(error, 'statusCode');
  if (status === 409 || status === 404) {
    return 'This comment has changed since you saw it, perhaps by another moderator. Look again.';
  }
  if (status === 401) return 'You are signed out. Sign in again; nothing has been changed.';
  if (status === 403) return 'Your role may not moderate comments. Ask an administrator.';
  return 'The change did not reach the server. Nothing has been changed; try again.';
}
