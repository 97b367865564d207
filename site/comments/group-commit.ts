import type { DatabaseSync } from 'node:sqlite';

/** Runs work in a transaction that others share, and resolves when it is synced to disk. */
export type GroupCommit = <T>(work: () => T) => Promise<T>;

interface Task {
  /** Does it, and gives what tells whoever waits. */
  work: () => () => void;
  reject: (error: unknown) => void;
}

/**
 * Writes of the same moment share one commit: syncing takes longer than all of them together.
 *
 * Work that throws is rolled back alone; when the commit fails, all of it is rejected.
 */
export function createGroupCommit(database: DatabaseSync): GroupCommit {
  let tasks: Task[] = [];
  const attempt = createAttempt(database);

  const commit = (): void => {
    const group = tasks;
    tasks = [];
    const done: (() => void)[] = [];
    try {
      database.exec('BEGIN IMMEDIATE');
      for (const task of group) {
        const resolve = attempt(task);
        if (resolve !== undefined) done.push(resolve);
      }
      database.exec('COMMIT');
    } catch (error) {
      if (database.isTransaction) database.exec('ROLLBACK');
      for (const { reject } of group) reject(error);
      return;
    }
    for (const resolve of done) resolve();
  };

  return (work) =>
    new Promise((resolve, reject) => {
      tasks.push({
        work: () => {
          const result = work();
          return () => resolve(result);
        },
        reject,
      });
      // After the requests that have arrived already.
      if (tasks.length === 1) setImmediate(commit);
    });
}

/** Does the work, and gives what tells whoever waits; undoes it, and nothing else, where it fails. */
function createAttempt(database: DatabaseSync): (task: Task) => (() => void) | undefined {
  const begin = database.prepare('SAVEPOINT task');
  const keep = database.prepare('RELEASE task');
  return ({ work, reject }) => {
    begin.run();
    try {
      const resolve = work();
      keep.run();
      return resolve;
    } catch (error) {
      database.exec('ROLLBACK TO task; RELEASE task');
      reject(error);
      return undefined;
    }
  };
}
