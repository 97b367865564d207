import { describe, expect, test } from 'vitest';

import { isConfirmed, isOwners, mayHear, type PrivatePart } from './subscription.ts';

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

describe('isOwners', () => {
  const confirmed = part({ verifiedAt: late });
  test.for([
    { what: 'it was confirmed in', parts: [confirmed, part()], since: late, is: true },
    { what: 'it was not confirmed in', parts: [confirmed], since: undefined, is: false },
    {
      what: 'known from before it was confirmed anew',
      parts: [confirmed],
      since: early,
      is: false,
    },
    { what: 'known, though nobody has confirmed it', parts: [part()], since: late, is: false },
    {
      what: 'known, though its mail has ended',
      parts: [part({ verifiedAt: early, unsubscribedAt: late })],
      since: late,
      is: false,
    },
  ])('of a browser $what: $is', ({ parts, since, is }) => {
    expect(isOwners(parts, since === undefined ? undefined : new Date(since))).toBe(is);
  });
});

describe('mayHear', () => {
  const verified = part({ verifiedAt: late });

  test.for([
    { about: part(), may: true },
    { about: part({ notify: false }), may: false },
    { about: part({ elsewhere: true }), may: false },
    { about: part({ unsubscribedAt: early }), may: false },
  ])('$about of a confirmed address: $may', ({ about, may }) => {
    expect(mayHear(about, [about, verified])).toBe(may);
  });

  test('no, while the address is not confirmed', () => {
    expect(mayHear(part(), [part()])).toBe(false);
  });
});
