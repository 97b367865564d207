import type { LimitRefusal } from './limits.ts';

const TOO_MANY: Readonly<Record<LimitRefusal['limit'], string>> = {
  minute: 'Too many comments came from your network within a minute.',
  day: 'Too many comments came from your network within a day.',
  email: 'Too many comments came with this email address within a day.',
  overall: 'Very many comments are coming in just now.',
};

/** Tells a commenter why the comment was not taken, and how long to wait. */
export function toLimitMessage({
  limit,
  retryAfterS,
}: Pick<LimitRefusal, 'limit' | 'retryAfterS'>): string {
  return `${TOO_MANY[limit]} Wait about ${inWords(retryAfterS)}, then send it again.`;
}

/** Rounded up, so that waiting that long is enough. */
function inWords(seconds: number): string {
  if (seconds <= 50) return `${Math.ceil(seconds / 10) * 10} seconds`;
  const minutes = Math.ceil(seconds / 60);
  if (minutes === 1) return 'a minute';
  if (minutes <= 55) return `${minutes} minutes`;
  const hours = Math.ceil(minutes / 60);
  return hours === 1 ? 'an hour' : `${hours} hours`;
}
