import type { DatabaseSync } from 'node:sqlite';
import { createErasure } from '../store/erasure.ts';
import { transact } from '../store/database.ts';

const DAY = 86_400_000;

/**
 * Forgets the past of documents that were deleted `days` ago or earlier, together with every draft
 * and version of theirs: what people took away must not stay in the log for good.
 * The transactions themselves stay, as ids and times only. Returns how many changes were forgotten.
 */
export function forgetDeleted(db: DatabaseSync, now: Date, days: number): number {
  const before = new Date(now.getTime() - days * DAY).toISOString();
  return transact(db, () => {
    const { changes } = db
      .prepare(
        `DELETE FROM changes WHERE published_id IN (
           SELECT published_id FROM changes JOIN transactions USING (seq)
           GROUP BY published_id HAVING max(timestamp) < ?
         ) AND NOT EXISTS (
           SELECT 1 FROM documents WHERE documents.published_id = changes.published_id
         )`,
      )
      .run(before);
    if (changes > 0) createErasure(db).note();
    return Number(changes);
  });
}
