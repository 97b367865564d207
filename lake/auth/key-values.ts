import type { DatabaseSync } from 'node:sqlite';
import type { KeyValues } from '../http/context.ts';
import { textOf } from '../store/row.ts';

export function createKeyValues(db: DatabaseSync): KeyValues {
  const select = db.prepare('SELECT value FROM key_values WHERE user_id = ? AND key = ?');
  const upsert = db.prepare(
    `INSERT INTO key_values (user_id, key, value) VALUES (?, ?, ?)
     ON CONFLICT (user_id, key) DO UPDATE SET value = excluded.value`,
  );
  return {
    get: (userId, keys) =>
      keys.flatMap((key) => {
        const row = select.get(userId, key);
        if (row === undefined) return [];
        const value: unknown = JSON.parse(textOf(row, 'value'));
        return [{ key, value }];
      }),
    set: (userId, key, value) => void upsert.run(userId, key, JSON.stringify(value)),
  };
}
