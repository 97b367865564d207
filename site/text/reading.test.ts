import { describe, expect, test } from 'vitest';
import { anArticle, thePublisher } from '../../tests/fixtures/documents.ts';
import { aCatalogue } from './fixtures.ts';
import { reviewOf, toReading } from './reading.ts';

const doctor = {
  ...thePublisher(),
  _id: 'person-ann',
  name: 'Ann Example',
  kind: 'person' as const,
};
const reviewer = { _type: 'reference' as const, _ref: 'person-ann' };

describe('reviewOf', () => {
  test.for([
    { name: 'nothing', credentials: 'CLT', medicalReview: {} },
    { name: 'no date', credentials: 'CLT', medicalReview: { reviewer } },
    { name: 'no reviewer', credentials: 'CLT', medicalReview: { reviewedAt: '2026-01-01' } },
    {
      name: 'no credential',
      credentials: '',
      medicalReview: { reviewer, reviewedAt: '2026-01-01' },
    },
  ])('$name: not reviewed', ({ credentials, medicalReview }) => {
    const catalogue = aCatalogue([{ ...doctor, credentials }]);
    expect(reviewOf(anArticle('a', { medicalReview }), catalogue)).toBeUndefined();
  });

  test('all three: reviewed', () => {
    const catalogue = aCatalogue([{ ...doctor, credentials: 'CLT' }]);
    const medicalReview = { reviewer, reviewedAt: '2026-01-01' };
    expect(reviewOf(anArticle('a', { medicalReview }), catalogue)).toEqual({
      reviewer: 'Ann Example',
      credentials: 'CLT',
      reviewedAt: '2026-01-01',
    });
  });
});

describe('toReading', () => {
  test('leaves out related pages that are not published yet', () => {
    const page = anArticle('a', {
      related: ['article-b', 'article-later'].map((_ref) => ({
        _key: _ref,
        _type: 'reference',
        _ref,
      })),
    });
    const catalogue = aCatalogue([
      page,
      anArticle('b'),
      anArticle('later', { publishedAt: '2027-01-01T00:00:00Z' }),
    ]);
    expect(toReading(page, catalogue).related.map(({ href }) => href)).toEqual(['/benefits/b/']);
  });
});
