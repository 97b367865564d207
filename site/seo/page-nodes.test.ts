import { describe, expect, test } from 'vitest';
import { anArticle, thePublisher } from '../../tests/fixtures/documents.ts';
import { aCatalogue } from '../text/fixtures.ts';
import { articleNodes } from './page-nodes.ts';

const reviewer = { _type: 'reference' as const, _ref: 'person-ann' };
const ann = { ...thePublisher(), _id: 'person-ann', name: 'Ann Example', kind: 'person' as const };
const nodesFor = (credentials: string) => {
  const page = anArticle('a', { medicalReview: { reviewer, reviewedAt: '2026-01-01' } });
  return JSON.stringify(
    articleNodes(
      page,
      aCatalogue([page, thePublisher(), { ...ann, credentials }]),
      'https://x.example',
    ),
  );
};

describe('articleNodes', () => {
  test('names a reviewer only where the review is complete', () => {
    expect(nodesFor('CLT')).toContain('"reviewedBy":{"@type":"Person","name":"Ann Example"');
    expect(nodesFor('')).not.toMatch(/reviewed/iu);
  });
});
