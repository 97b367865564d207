import { readCount, type MailFile } from './mail-file.ts';

/**
 * What has been heard of a comment: that it came, that it was public at once, that it is public, that it
 * may be an emergency.
 */
export type CommentEvent = 'came' | 'at once' | 'public' | 'urgent';

/** What was heard before, so that nothing is told twice. */
export interface Seen {
  has: (event: CommentEvent, comment: string) => boolean;
  add: (event: CommentEvent, comment: string) => void;
  /** Whether nothing at all was heard yet. */
  isNew: () => boolean;
  /** From now on it is not new, though nothing may have been heard. */
  begin: () => void;
}

export function createSeen({ database }: MailFile): Seen {
  const select = database.prepare(
    'SELECT count(*) AS count FROM seen WHERE comment = ? AND event = ?',
  );
  const insert = database.prepare(
    'INSERT INTO seen (comment, event) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    has: (event, comment) => readCount(select.get(comment, event)) > 0,
    add: (event, comment) => void insert.run(comment, event),
    isNew: () => database.prepare('PRAGMA user_version').get()?.['user_version'] === 0,
    begin: () => database.exec('PRAGMA user_version = 1'),
  };
}
