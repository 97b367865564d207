import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decode, encode, toEffects } from './mendoza.ts';

const key = fc.constantFrom(
  '_key',
  '_type',
  'a',
  'b',
  'c',
  'Z',
  'é',
  '10',
  '9',
  'constructor',
  'toString',
);
const json = fc.letrec((tie) => ({
  leaf: fc.oneof(fc.string({ unit: 'grapheme' }), fc.integer(), fc.boolean(), fc.constant(null)),
  keyed: fc.record({ _key: fc.constantFrom('1', '2', '3', '4'), n: tie('value') }),
  array: fc.oneof(
    fc.array(tie('value'), { maxLength: 5 }),
    fc.uniqueArray(tie('keyed'), {
      maxLength: 4,
      selector: (item) => JSON.stringify(item).slice(0, 12),
    }),
  ),
  object: fc.dictionary(key, tie('value'), { maxKeys: 5 }),
  value: fc.oneof({ depthSize: 'small' }, tie('leaf'), tie('array'), tie('object')),
}));
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('encode', () => {
  test('gives a patch that the reader decodes to the right side, and leaves the left alone', () => {
    const property = fc.property(json.object, json.object, (a, b) => {
      const [left, right] = [plain(a), plain(b)];
      const before = JSON.stringify(left);
      expect(decode(left, encode(left, right))).toEqual(right);
      expect(JSON.stringify(left)).toBe(before);
    });
    fc.assert(property, { numRuns: 2000 });
  });

  test.for([
    { name: 'a changed field', left: { a: 1, b: 2 }, right: { a: 1, b: 3 }, patch: [17, 3, 'b'] },
    { name: 'a removed field', left: { a: 1, b: 2 }, right: { a: 1 }, patch: [19, 1] },
    {
      name: 'a moved element',
      left: { l: [{ _key: 'x' }, { _key: 'y' }] },
      right: { l: [{ _key: 'y' }, { _key: 'x' }] },
      patch: [11, 0, 21, 1, 2, 21, 0, 1, 15],
    },
    {
      name: 'a change inside an element',
      left: { l: [{ _key: 'x' }, { _key: 'y', n: 1 }] },
      right: { l: [{ _key: 'x' }, { _key: 'y', n: 2 }] },
      patch: [11, 0, 21, 0, 1, 12, 1, 17, 2, 'n', 16, 15],
    },
    { name: 'an emptied list', left: { l: [1] }, right: { l: [] }, patch: [17, [], 'l'] },
  ])('$name is told as small as it is', ({ left, right, patch }) => {
    expect(encode(left, right)).toEqual(patch);
    expect(decode(left, patch)).toEqual(right);
  });
});

describe('toEffects', () => {
  test('marks creation and deletion the way the Studio looks for', () => {
    expect(toEffects(null, { a: 1 })).toEqual({ apply: [0, { a: 1 }], revert: [0, null] });
    expect(toEffects({ a: 1 }, null)).toEqual({ apply: [0, null], revert: [0, { a: 1 }] });
  });
});
