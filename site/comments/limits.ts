import { hmac } from './hmac.ts';
import type { Count, Counter, Counters } from './limit-counters.ts';

/** How many comments are taken. */
export interface LimitSettings {
  /** From one network. */
  readonly perMinute: number;
  readonly perDay: number;
  readonly perEmailPerDay: number;
  /** From everybody. */
  readonly overallPerMinute: number;
}

export interface LimitedSender {
  /** Hashes of its network, today's first: what it sent under the others counts too. */
  readonly networks: readonly [string, ...string[]];
  readonly email: string;
}

export interface LimitRefusal {
  readonly allowed: false;
  readonly limit: 'minute' | 'day' | 'email' | 'overall';
  /** Seconds, rounded up. */
  readonly retryAfterS: number;
}

export type LimitVerdict =
  /** `giveBack` is for a comment that could not be taken after all. */
  { readonly allowed: true; readonly giveBack: () => Promise<void> } | LimitRefusal;

/** Counts comments by network, by email address and in all. */
export interface Limits {
  /** Counts a comment, unless it is one too many: then nothing is counted. */
  consume: (sender: LimitedSender, settings: LimitSettings) => Promise<LimitVerdict>;
  close: () => void;
}

export interface LimitsOptions {
  /** At least 32 random bytes: addresses are counted under a hash that only they can make. */
  key: Uint8Array;
  counters: Counters;
}

interface Rule {
  readonly limit: LimitRefusal['limit'];
  readonly counter: Counter;
  readonly keys: readonly [string, ...string[]];
  readonly most: number;
}

const MINUTE_S = 60;
const DAY_S = 86_400;

export function createLimits({ key, counters }: LimitsOptions): Limits {
  const byMinute = counters.open('minute', MINUTE_S);
  const byDay = counters.open('day', DAY_S);
  const byEmail = counters.open('email', DAY_S);
  const overall = counters.open('overall', MINUTE_S);
  const hashOf = (email: string) => hmac(key, `limit:${email.toLowerCase()}`).toString('base64url');

  return {
    async consume({ networks, email }, settings) {
      const rules: readonly Rule[] = [
        { limit: 'minute', counter: byMinute, keys: networks, most: settings.perMinute },
        { limit: 'day', counter: byDay, keys: networks, most: settings.perDay },
        { limit: 'email', counter: byEmail, keys: [hashOf(email)], most: settings.perEmailPerDay },
        { limit: 'overall', counter: overall, keys: ['all'], most: settings.overallPerMinute },
      ];
      // Most of a flood ends here, having written nothing.
      const before = await Promise.all(rules.map(({ counter, keys }) => readCounts(counter, keys)));
      const full = longest(rules.map((rule, index) => refuse(rule, before[index] ?? [], 0)));
      if (full !== undefined) return full;

      const after = await Promise.all(rules.map(({ counter, keys }) => counter.penalty(keys[0])));
      const giveBack = async () => {
        await Promise.all(rules.map(({ counter, keys }) => counter.reward(keys[0])));
      };
      // Others may have been counted meanwhile.
      const over = longest(
        rules.map((rule, index) => {
          const [, ...earlier] = before[index] ?? [];
          return refuse(rule, [after[index] ?? NONE, ...earlier], 1);
        }),
      );
      if (over === undefined) return { allowed: true, giveBack };
      await giveBack();
      return over;
    },
    close: counters.close,
  };
}

const NONE: Count = { consumedPoints: 0, msBeforeNext: 0 };

function readCounts(counter: Counter, keys: readonly string[]): Promise<Count[]> {
  return Promise.all(keys.map(async (each) => (await counter.get(each)) ?? NONE));
}

/** @param own how many of these are the comment itself */
function refuse(
  { limit, most }: Rule,
  counts: readonly Count[],
  own: number,
): LimitRefusal | undefined {
  let left = counts.reduce((sum, { consumedPoints }) => sum + consumedPoints, -own);
  if (left < most) return undefined;
  let waitMs = 0;
  for (const { consumedPoints, msBeforeNext } of byEnd(counts)) {
    waitMs = msBeforeNext;
    left -= consumedPoints;
    if (left < most) break;
  }
  return { allowed: false, limit, retryAfterS: Math.max(1, Math.ceil(waitMs / 1000)) };
}

function byEnd(counts: readonly Count[]): Count[] {
  return counts.toSorted((a, b) => a.msBeforeNext - b.msBeforeNext);
}

function longest(refusals: readonly (LimitRefusal | undefined)[]): LimitRefusal | undefined {
  return refusals
    .flatMap((refusal) => refusal ?? [])
    .toSorted((a, b) => b.retryAfterS - a.retryAfterS)[0];
}
