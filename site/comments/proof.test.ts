import { solveChallenge } from 'altcha-lib';
import type { Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2';
import { describe, expect, test } from 'vitest';

import { createProofs } from './proof.ts';

const key = new Uint8Array(32).fill(7);
// The library checks the end of a challenge by the real clock too.
const now = new Date();
const later = (ms: number) => new Date(now.getTime() + ms);
const HOURS = 60 * 60_000;

const solve = async (challenge: Challenge) => {
  const solution = await solveChallenge({ challenge, deriveKey });
  return { challenge, solution };
};
// One is solved for all tests: it is work.
const solved = await solve(await createProofs(key).challenge(now));

describe('createProofs', () => {
  test('takes what a browser has solved, once', async () => {
    const proofs = createProofs(key);
    const proof = JSON.stringify(solved);
    expect(await proofs.check(proof, now)).toBe(true);
    expect(await proofs.check(proof, now)).toBe(false);
  });

  test('of two that come together takes one', async () => {
    const proofs = createProofs(key);
    const proof = JSON.stringify(solved);
    const taken = await Promise.all([proofs.check(proof, now), proofs.check(proof, now)]);
    expect(taken.filter(Boolean)).toHaveLength(1);
  });

  test('takes nothing that an earlier run has issued', async () => {
    const earlier = createProofs();
    const proof = JSON.stringify(await solve(await earlier.challenge(now)));
    expect(await createProofs().check(proof, now)).toBe(false);
    expect(await earlier.check(proof, now)).toBe(true);
  });

  test('takes it for two hours', async () => {
    const proof = JSON.stringify(solved);
    expect(await createProofs(key).check(proof, later(2 * HOURS - 2000))).toBe(true);
    expect(await createProofs(key).check(proof, later(2 * HOURS + 1))).toBe(false);
  });

  const { challenge, solution } = solved;
  test.for([
    ['nothing', ''],
    ['no JSON', '{'],
    ['JSON of something else', '[1]'],
    ['no solution', JSON.stringify({ challenge, solution: null })],
    ['a guess', JSON.stringify({ challenge, solution: { ...solution, derivedKey: '00' } })],
    [
      'an easier challenge',
      JSON.stringify({
        challenge: { ...challenge, parameters: { ...challenge.parameters, keyPrefix: '00' } },
        solution,
      }),
    ],
    ['a challenge without a seal', JSON.stringify({ challenge: { ...challenge, signature: '' } })],
  ] as const)('does not take %s', async ([, proof]) => {
    expect(await createProofs(key).check(proof, now)).toBe(false);
  });

  test('does not take what was made with another key', async () => {
    expect(await createProofs(new Uint8Array(32)).check(JSON.stringify(solved), now)).toBe(false);
  });
});
