import { describe, expect, test } from 'vitest';
import { LedAddresses } from './led-addresses.ts';

/** Where addresses lead after moves such as `a b`, those of one moment together. */
function after(moments: readonly (readonly string[])[], taken: readonly string[]) {
  const led = new LedAddresses();
  for (const moment of moments) {
    const moves = moment.map((move) => {
      const [from = '', to = ''] = move.split(' ');
      return { from, to };
    });
    led.lead(moves, (path) => taken.includes(path));
  }
  return ['a', 'b', 'c'].map((from) => led.redirectFrom(from)?.to);
}

describe('LedAddresses', () => {
  test.for([
    { what: 'one after the other', moments: [['a b'], ['b c']], taken: 'c', to: ['c', 'c'] },
    { what: 'and back', moments: [['a b'], ['b a']], taken: 'a', to: [undefined, 'a'] },
    { what: 'swapped', moments: [['a b', 'b a']], taken: 'ab', to: [] },
    { what: 'one after another', moments: [['a b', 'c a']], taken: 'ab', to: ['', '', 'a'] },
    { what: 'the other first', moments: [['c a', 'a b']], taken: 'ab', to: ['', '', 'a'] },
    { what: 'taken by a third', moments: [['a b']], taken: 'ab', to: [] },
  ])('leads straight to where pages are now: $what', ({ moments, taken, to }) => {
    const expected = [0, 1, 2].map((index) => to[index] || undefined);
    expect(after(moments, [...taken])).toEqual(expected);
  });

  test('leads no more where the store says itself where to', () => {
    const led = new LedAddresses();
    led.lead([{ from: 'a', to: 'b' }], () => false);
    led.forget('a');
    expect(led.redirectFrom('a')).toBeUndefined();
  });
});
