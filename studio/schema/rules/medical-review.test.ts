import { describe, expect, test } from 'vitest';

import { medicalReviewProblem, reviewerProblem } from './medical-review.ts';

const TODAY = '2026-11-21';
const whole = {
  reviewer: { _ref: 'person-ann' },
  reviewedAt: '2026-11-01',
  nextReviewAt: '2027-11-01',
};

describe('medicalReviewProblem', () => {
  test.for([undefined, {}, { reviewer: {} }, whole, { ...whole, reviewedAt: TODAY }])(
    'accepts %o',
    (review) => {
      expect(medicalReviewProblem(review, TODAY)).toBe(true);
    },
  );

  test.for([
    [{ ...whole, reviewer: undefined }, 'all three'],
    [{ ...whole, reviewedAt: undefined }, 'all three'],
    [{ ...whole, nextReviewAt: undefined }, 'all three'],
    [{ ...whole, reviewedAt: '2026-11-22' }, 'future'],
    [{ ...whole, nextReviewAt: '2026-11-01' }, 'after'],
  ] as const)('refuses %o: %s', ([review, words]) => {
    expect(medicalReviewProblem(review, TODAY)).toContain(words);
  });
});

describe('reviewerProblem', () => {
  test('accepts a person with credentials', () => {
    expect(reviewerProblem('MSc, RN')).toBe(true);
  });

  test.for([undefined, null, '', '  '])('refuses %o', (credentials) => {
    expect(reviewerProblem(credentials)).toContain('no credentials');
  });
});
