import { describe, expect, test } from 'vitest';

import { citationsProblem, pastDayProblem, urgencyProblem } from './evidence.ts';

describe('citationsProblem', () => {
  test.for([
    [undefined, 'none', true],
    [[], 'none', true],
    [[{}], 'strong', true],
    [undefined, undefined, true],
    [[], 'limited', false],
    [undefined, 'strong', false],
  ] as const)('%o with grade %s: %s', ([citations, grade, fine]) => {
    expect(citationsProblem(citations, grade) === true).toBe(fine);
  });
});

describe('pastDayProblem', () => {
  test.for([
    [undefined, true],
    ['2026-11-20', true],
    ['2026-11-21', true],
    ['2026-11-22', false],
  ] as const)('%s on 21 November: %s', ([day, fine]) => {
    expect(pastDayProblem(day, '2026-11-21') === true).toBe(fine);
  });
});

describe('urgencyProblem', () => {
  test.for([
    [undefined, 'care', false],
    ['same-day', 'care', true],
    [undefined, 'note', true],
    [undefined, undefined, true],
  ] as const)('urgency %s on tone %s: %s', ([urgency, tone, fine]) => {
    expect(urgencyProblem(urgency, tone) === true).toBe(fine);
  });
});
