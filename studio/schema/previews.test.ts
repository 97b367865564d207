import { describe, expect, test } from 'vitest';

import {
  toArticleSubtitle,
  toClaimSubtitle,
  toContraindicationSubtitle,
  toDate,
  toSourceSubtitle,
  toStepCount,
} from './previews.ts';

describe('toDate', () => {
  test.for([
    ['2026-11-21', '21 Nov 2026'],
    ['soon', ''],
    [undefined, ''],
    [5, ''],
  ] as const)('%s: “%s”', ([value, text]) => {
    expect(toDate(value)).toBe(text);
  });
});

describe('subtitles', () => {
  test('of an article name its section, date and review', () => {
    expect(
      toArticleSubtitle({ section: 'health', publishedAt: '2026-11-21', reviewedAt: '2026-10-03' }),
    ).toBe('Health topics · 21 Nov 2026 · reviewed 3 Oct 2026');
    expect(toArticleSubtitle({ section: 'benefits' })).toBe('Benefits');
  });

  test('of a claim name its grade', () => {
    expect(toClaimSubtitle({ grade: 'conflicting', checkedAt: '2026-10-03' })).toBe(
      'Conflicting · checked 3 Oct 2026',
    );
  });

  test('of a contraindication start with how quickly to act', () => {
    expect(toContraindicationSubtitle({ urgency: 'same-day', reason: 'It spreads.' })).toBe(
      'Same day · It spreads.',
    );
  });

  test('of a source read like a reference', () => {
    expect(
      toSourceSubtitle({
        authors: ['Ezzo J', 'Manheimer E', 'et al.'],
        container: 'Cochrane',
        year: 2015,
      }),
    ).toBe('Ezzo J, Manheimer E and others · Cochrane · 2015');
    expect(toSourceSubtitle({ authors: 'Ezzo', year: 'then' })).toBe('');
  });
});

describe('toStepCount', () => {
  test.for([
    [undefined, '0 steps'],
    [[{}], '1 step'],
    [[{}, {}], '2 steps'],
  ] as const)('%o: %s', ([steps, text]) => {
    expect(toStepCount(steps)).toBe(text);
  });
});
