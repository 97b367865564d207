import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

const DAY_MS = 86_400_000;
/** As long as spam and trash are kept. */
const GIVE_UP_MS = 30 * DAY_MS;

/** What is set aside: counts and reasons, nothing personal. */
export interface ParkedState {
  parked: number;
  /** Why, each reason once. */
  reasons: readonly string[];
}

/** Operations that the store would not take; one is due again a day after it was set aside. */
export interface Parked {
  setAside: (seq: number, reason: string, now: Date) => void;
  bringBackAll: (now: Date) => void;
  bringBackDue: (now: Date) => void;
  /** Comments of which something has been set aside, on and off, for 30 days; deletions are not counted. */
  overdue: (now: Date) => readonly string[];
  state: () => ParkedState;
}

const countRow = z.object({ parked: z.number() });
const reasonRow = z.object({ parked: z.string() });
const idRow = z.object({ id: z.string() });

export function createParked(database: DatabaseSync): Parked {
  const setAside = database.prepare(
    'UPDATE operations SET parked = ?, due = ?, parked_at = coalesce(parked_at, ?) WHERE seq = ?',
  );
  const bringBack = database.prepare(
    'UPDATE operations SET parked = NULL, attempts = 0, due = ? WHERE parked IS NOT NULL AND due <= ?',
  );
  const selectOverdue = database.prepare(
    `SELECT DISTINCT id FROM operations
     WHERE parked IS NOT NULL AND parked_at <= ? AND kind <> 'delete'`,
  );
  const count = database.prepare('SELECT count(parked) AS parked FROM operations');
  const selectReasons = database.prepare(
    'SELECT DISTINCT parked FROM operations WHERE parked IS NOT NULL ORDER BY parked LIMIT 10',
  );
  return {
    setAside(seq, reason, now) {
      const at = now.getTime();
      setAside.run(reason, at + DAY_MS, at, seq);
    },
    bringBackAll: (now) => void bringBack.run(now.getTime(), Number.MAX_SAFE_INTEGER),
    bringBackDue: (now) => void bringBack.run(now.getTime(), now.getTime()),
    overdue: (now) =>
      z
        .array(idRow)
        .parse(selectOverdue.all(now.getTime() - GIVE_UP_MS))
        .map(({ id }) => id),
    state: () => ({
      ...countRow.parse(count.get()),
      reasons: z
        .array(reasonRow)
        .parse(selectReasons.all())
        .map(({ parked }) => parked),
    }),
  };
}
