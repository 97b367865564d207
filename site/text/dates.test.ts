import { describe, expect, test } from 'vitest';
import { isoDay, longDate } from './dates.ts';

describe('longDate', () => {
  test.for([
    { iso: '2026-11-21', day: '21 November 2026' },
    { iso: '2026-01-01T00:00:00Z', day: '1 January 2026' },
    { iso: '2026-01-01T00:30:00.000+01:00', day: '31 December 2025' },
    { iso: '2026-12-31T23:59:59.999Z', day: '31 December 2026' },
  ])('$iso is $day', ({ iso, day }) => {
    expect(longDate(iso)).toBe(day);
  });
});

describe('isoDay', () => {
  test('is the day in UTC', () => {
    expect(isoDay('2026-11-21T23:30:00-05:00')).toBe('2026-11-22');
    expect(isoDay('2026-11-21')).toBe('2026-11-21');
  });
});
