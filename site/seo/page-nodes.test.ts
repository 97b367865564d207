import { describe, expect, test } from 'vitest';
import { aComment, anArticle, thePublisher } from '../../tests/fixtures/documents.ts';
import { aCatalogue } from '../text/fixtures.ts';
import { graphJson } from './graph.ts';
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

  test('tells of the first comments, as plain text that cannot leave its script', () => {
    const page = anArticle('a');
    const name = '</script><script>alert(1)</script>';
    const comments = Array.from({ length: 25 }, (_, index) =>
      aComment(`c${String(index).padStart(2, '0')}`, 'article-a', {
        name,
        body: [
          {
            _type: 'block',
            _key: 'b',
            children: [{ _type: 'span', _key: 's', text: 'Long. '.repeat(200) }],
          },
        ],
        ...(index === 0 ? { removed: true as const } : {}),
      }),
    );
    const catalogue = aCatalogue([page, thePublisher(), ...comments]);
    const nodes = articleNodes(page, catalogue, 'https://x.example');
    const [, article] = nodes;
    expect(article?.['commentCount']).toBe(24);
    expect(article?.['comment']).toHaveLength(20);
    expect(article?.['comment']).toMatchObject([
      {
        '@type': 'Comment',
        url: 'https://x.example/benefits/a/#comment-c01',
        author: { '@type': 'Person', name },
        dateCreated: '2026-02-01T00:00:00Z',
        text: expect.stringMatching(/^.{499}…$/u),
      },
      ...Array.from({ length: 19 }, () => ({})),
    ]);
    const site = { url: 'https://x.example', title: '', description: '', publisher: '' };
    expect(graphJson(site, [], nodes)).not.toContain('<');
  });
});
