import { describe, expect, test } from 'vitest';

import { isConfirmed, mayHear, type PrivatePart } from './subscription.ts';

const part = (changes: Partial<PrivatePart> = {}): PrivatePart => ({
  comment: 'x',
  email: 'ann@reader.example',
  notify: true,
  ...changes,
});
const early = '2026-11-01T00:00:00Z';
const late = '2026-11-02T00:00:00Z';

describe('isConfirmed', () => {
  test.for([
    { parts: [], confirmed: false },
    { parts: [part()], confirmed: false },
    { parts: [part({ verifiedAt: early }), part()], confirmed: true },
    { parts: [part({ verifiedAt: early, unsubscribedAt: late }), part()], confirmed: false },
    { parts: [part({ verifiedAt: late, unsubscribedAt: early })], confirmed: true },
    { parts: [part({ verifiedAt: late }), part({ unsubscribedAt: late })], confirmed: false },
    { parts: [part({ verifiedAt: 'nonsense' })], confirmed: false },
  ])('$parts is $confirmed', ({ parts, confirmed }) => {
    expect(isConfirmed(parts)).toBe(confirmed);
  });
});

describe('mayHear', () => {
  const verified = part({ verifiedAt: late });

  test.for([
    { about: part(), may: true },
    { about: part({ notify: false }), may: false },
    { about: part({ unsubscribedAt: early }), may: false },
  ])('$about of a confirmed address: $may', ({ about, may }) => {
    expect(mayHear(about, [about, verified])).toBe(may);
  });

  test('no, while the address is not confirmed', () => {
    expect(mayHear(part(), [part()])).toBe(false);
  });
});
