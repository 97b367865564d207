import type { SenderHistory } from './triage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MAX_SENDERS = 10_000;

/** Remembers in memory when each sender sent, for a day. */
export interface RateLimit {
  /** @param senders hashes of one address, any of which it may have sent under */
  history: (senders: readonly string[], now: Date) => SenderHistory;
  count: (sender: string, now: Date) => void;
}

/** Forgets the sender who has been quiet for longest when there are too many to remember. */
export function createRateLimit(): RateLimit {
  const times = new Map<string, number[]>();
  return {
    history(senders, now) {
      const ages = senders.flatMap((sender) => times.get(sender) ?? []).map((time) => +now - time);
      return {
        sentInLastMinute: ages.filter((age) => age < MINUTE).length,
        sentInLastDay: ages.filter((age) => age < DAY).length,
      };
    },
    count(sender, now) {
      const kept = (times.get(sender) ?? []).filter((time) => +now - time < DAY);
      // Deleting first moves the sender to the end: a Map keeps the order of insertion.
      times.delete(sender);
      times.set(sender, [...kept, +now]);
      const [oldest] = times.keys();
      if (times.size > MAX_SENDERS && oldest !== undefined) times.delete(oldest);
    },
  };
}
