import { randomBytes } from 'node:crypto';

import { createChallenge, randomInt, verifySolution } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import { hmac } from './hmac.ts';

/** As long as somebody may take over a comment. */
const LIFETIME_MS = 2 * 60 * 60_000;
/** Each step costs a browser about 0.3 ms: a second in all, or a few on a telephone. */
const COST = 2000;
const [LEAST_STEPS, MOST_STEPS] = [2000, 4000];
const MAX_REMEMBERED = 10_000;

const proofShape = z.object({
  challenge: z.object({
    parameters: z.object({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.literal(COST),
      expiresAt: z.number(),
      keyLength: z.literal(32),
      keyPrefix: z.string(),
      keySignature: z.string(),
      nonce: z.string(),
      salt: z.string(),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.number(), derivedKey: z.string() }),
});

/** Work that a browser does before it sends a comment, so that sending many is dear. */
export interface Proofs {
  /** altcha's challenge, for `solveChallenge` in the browser. It holds for two hours. */
  challenge: (now: Date) => Promise<Challenge>;
  /**
   * Whether the work was done. Each challenge counts once.
   *
   * @param proof JSON of `{ challenge, solution }`, as it came with the form
   */
  check: (proof: string, now: Date) => Promise<boolean>;
}

/**
 * Remembers the proofs that were used, in memory and at most 10,000: to make room for one of them
 * again takes that many seconds of work.
 *
 * @param key at least 32 random bytes, of this run only: what an earlier one has issued counts no more,
 *   since which of it were used is forgotten
 */
export function createProofs(key: Uint8Array = randomBytes(32)): Proofs {
  const secret = (purpose: string) => hmac(key, purpose).toString('hex');
  const secrets = {
    hmacSignatureSecret: secret('proof of work: challenge'),
    hmacKeySignatureSecret: secret('proof of work: solution'),
  };
  const used = new Set<string>();
  return {
    challenge: (now) =>
      createChallenge({
        algorithm: 'PBKDF2/SHA-256',
        cost: COST,
        counter: randomInt(MOST_STEPS, LEAST_STEPS),
        deriveKey,
        expiresAt: new Date(now.getTime() + LIFETIME_MS),
        ...secrets,
      }),
    async check(proof, now) {
      const parsed = proofShape.safeParse(toJson(proof));
      if (!parsed.success) return false;
      const { challenge, solution } = parsed.data;
      const { expiresAt, nonce } = challenge.parameters;
      if (expiresAt * 1000 < now.getTime()) return false;
      const { verified } = await verifySolution({ challenge, solution, deriveKey, ...secrets });
      if (!verified || used.has(nonce)) return false;
      used.add(nonce);
      const [oldest] = used;
      if (used.size > MAX_REMEMBERED && oldest !== undefined) used.delete(oldest);
      return true;
    },
  };
}

function toJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
