import type { Committed } from '../store/log.ts';

/** The transactions of the last while, for clients that were cut off and come back. */
export interface Recent {
  add(transaction: Committed): void;
  /**
   * What was committed after an event (`<transaction>#<document>`), oldest first; the first entry is
   * the event's own transaction, of which `after` was the last document seen.
   * Undefined when the event is not remembered.
   */
  after(eventId: string): { transaction: Committed; after: string | undefined }[] | undefined;
}

const MAX_TRANSACTIONS = 500;
const MAX_CHANGES = 500;

export function createRecent(): Recent {
  const transactions: Committed[] = [];
  let changes = 0;
  return {
    add(transaction) {
      // What was erased is not told again: whoever was cut off reads anew.
      if (transaction.purged.length > 0) {
        transactions.length = 0;
        changes = 0;
        return;
      }
      transactions.push(transaction);
      changes += transaction.changes.length;
      while (transactions.length > MAX_TRANSACTIONS || changes > MAX_CHANGES) {
        changes -= transactions.shift()?.changes.length ?? 0;
      }
    },
    after(eventId) {
      const hash = eventId.indexOf('#');
      const transactionId = eventId.slice(0, hash);
      const start = transactions.findIndex((entry) => entry.transactionId === transactionId);
      if (hash < 0 || start < 0) return undefined;
      return transactions.slice(start).map((transaction, index) => ({
        transaction,
        after: index === 0 ? eventId.slice(hash + 1) : undefined,
      }));
    },
  };
}
