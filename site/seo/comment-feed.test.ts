import { describe, expect, test } from 'vitest';
import { aComment, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import type { Doc } from '../cms/catalogue.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { aCatalogue } from '../text/fixtures.ts';
import { FED } from '../text/newest-comments.ts';
import { allCommentsFeed, commentsFeed } from './comment-feed.ts';
import { feedResponse } from './rss.ts';

const SITE = 'https://x.example';
const article = anArticle('a', { title: 'Is <it> so?' });

const saying = (text: string): Comment['body'] => [
  {
    _type: 'block',
    _key: 'b',
    style: 'normal',
    children: [{ _type: 'span', _key: 's', text, marks: [] }],
  },
];
const catalogueWith = (...documents: readonly Doc[]) =>
  aCatalogue([theSettings(), article, ...documents]);
const all = (...documents: readonly Doc[]): Promise<string> =>
  feedResponse(allCommentsFeed(catalogueWith(...documents), SITE)).text();
const countOf = (feed: string): number => feed.split('<item>').length - 1;

describe('allCommentsFeed', () => {
  test('tells who wrote what, where and when', async () => {
    const comment = aComment('c', 'article-a', {
      name: 'Ann',
      website: 'https://ann.example/',
      body: saying('I felt *calm*.'),
    });
    const feed = await all(comment);
    expect(feed).toContain('<title>Ann on Is &lt;it&gt; so?</title>');
    expect(feed).toContain(`<link>${SITE}/benefits/a/#comment-c</link>`);
    expect(feed).toContain('<guid isPermaLink="false">comment-c</guid>');
    expect(feed).toContain('<description>&lt;p&gt;I felt *calm*.&lt;/p&gt;</description>');
    expect(feed).toContain('<pubDate>Sun, 01 Feb 2026 00:00:00 GMT</pubDate>');
    expect(feed).not.toContain('ann.example');
  });

  test('what was typed stays text, and the file well formed', async () => {
    const hostile = ']]></title><script>alert(1)</script>&\u0000\uD800\uFFFF';
    const feed = await all(
      aComment('c', 'article-a', { name: hostile, body: saying(hostile), website: hostile }),
    );
    expect(feed).not.toMatch(/<script|&(?!amp;|lt;|gt;|quot;|apos;)/u);
    for (const illegal of ['\u0000', '\uFFFF']) expect(feed).not.toContain(illegal);
    expect(feed).toContain('&amp;lt;script&amp;gt;');
    expect(feed.isWellFormed()).toBe(true);
  });

  test('the newest first, so many and no more, of public pages only, none that is removed', async () => {
    const comments = Array.from({ length: FED + 5 }, (_, index) =>
      aComment(`c${index}`, 'article-a', {
        submittedAt: new Date(Date.UTC(2026, 1, 1, 0, index)).toISOString(),
        ...(index === FED + 4 ? { removed: true as const } : {}),
      }),
    );
    const feed = await all(
      ...comments,
      anArticle('later', { publishedAt: '2027-01-01T00:00:00Z' }),
      aComment('early', 'article-later', { submittedAt: '2026-05-01T00:00:00Z' }),
    );
    expect(countOf(feed)).toBe(FED);
    expect(feed.indexOf('comment-c53')).toBeLessThan(feed.indexOf('comment-c52'));
    expect(feed).not.toMatch(/comment-(?:c54|early)/u);
  });

  test('is there without comments', async () => {
    expect(countOf(await all())).toBe(0);
  });
});

describe('commentsFeed', () => {
  test('holds those on its page', () => {
    const catalogue = catalogueWith(
      anArticle('b'),
      aComment('here', 'article-a'),
      aComment('there', 'article-b'),
    );
    const feed = commentsFeed(article, catalogue, SITE);
    expect(feed?.items.map(({ id }) => id)).toEqual(['comment-here']);
  });

  test('is not there where there is nothing to read', () => {
    const gone = aComment('c', 'article-a', { removed: true });
    expect(commentsFeed(article, catalogueWith(gone), SITE)).toBeUndefined();
  });
});
