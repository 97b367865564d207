import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { initialsOf, TINTS, tintOf } from './initials.ts';

describe('initialsOf', () => {
  test.for([
    ['Ann', 'A'],
    ['ann lee', 'AL'],
    ['Ann Maria van der Berg', 'AB'],
    ["Sinéad O'Neill-Étoile", 'SÉ'],
    ['  Łukasz   ', 'Ł'],
    ['محمد علي', 'مع'],
    ['李雷', '李'],
    ['<script>alert(1)</script>', 'S'],
    ['Ann No<b>JS</b>', 'AN'],
    ['Mary-Jane', 'MJ'],
    ['ann_lee', 'AL'],
    ['J.R. Smith', 'JS'],
    ['Ann (Leeds)', 'AL'],
    ['Ann — Lee', 'AL'],
    ['A\u0301nn', 'Á'],
    ['𝔄nn', '𝔄'],
    ['2 Tired', '2T'],
    ['🙂', ''],
    ['—', ''],
    ['', ''],
  ])('of %j are %j', ([name = '', initials]) => {
    expect(initialsOf(name)).toBe(initials);
  });

  test('hold letters and digits only, whatever the name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(initialsOf(name)).toMatch(/^[\p{L}\p{M}\p{N}]*$/u);
      }),
    );
  });
});

describe('tintOf', () => {
  test('is one of the tints, and the same for the same name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(tintOf(name)).toBe(tintOf(name));
        expect(tintOf(name)).toBeGreaterThanOrEqual(0);
        expect(tintOf(name)).toBeLessThan(TINTS);
      }),
    );
  });

  test('uses all tints', () => {
    const names = Array.from({ length: 200 }, (_, index) => `Reader ${index}`);
    expect(new Set(names.map(tintOf)).size).toBe(TINTS);
  });
});
