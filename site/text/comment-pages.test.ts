import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aComment } from '../../tests/fixtures/documents.ts';
import { PAGE_SIZE, toCommentPages, type CommentPage } from './comment-pages.ts';
import { toThreads } from './thread.ts';

/** One thread of each length, oldest first. */
function pagesOf(lengths: readonly number[]): readonly CommentPage[] {
  const comments = lengths.flatMap((length, thread) =>
    Array.from({ length }, (_, index) =>
      aComment(`${thread}.${index}`, 'a', {
        parent: { _type: 'reference', _ref: index === 0 ? '' : `${thread}.0` },
      }),
    ),
  );
  return toCommentPages(toThreads(comments));
}

const sizes = (pages: readonly CommentPage[]) =>
  Object.fromEntries(pages.map(({ name, comments }) => [name, comments.length]));
const ones = (count: number) => Array.from({ length: count }, () => 1);
const { threads, comments: most } = PAGE_SIZE;
/** Now and then longer than a part. */
const lengths = fc.oneof(
  { weight: 9, arbitrary: fc.integer({ min: 1, max: 4 }) },
  fc.integer({ min: 1, max: 2.5 * most }),
);

describe('toCommentPages', () => {
  test.for([
    { name: 'nothing', of: [], pages: {} },
    { name: 'a full page', of: ones(threads), pages: { 1: threads } },
    { name: 'one thread more', of: ones(threads + 1), pages: { 1: threads, 2: 1 } },
    {
      name: 'long threads in parts, the next page as it was',
      of: [60, 30, 20, ...ones(threads - 3), 5],
      pages: { 1: 90, '1-2': 20 + threads - 3, 2: 5 },
    },
    {
      name: 'a thread too long for a part',
      of: [3, 2 * most + 1, 4],
      pages: { 1: 3, '1-2': most, '1-3': most, '1-4': 5 },
    },
  ])('$name', ({ of, pages }) => {
    expect(sizes(pagesOf(of))).toEqual(pages);
  });

  test('every comment in its order on pages of bounded size, whole threads where they fit', () => {
    fc.assert(
      fc.property(fc.array(lengths, { maxLength: 120 }), (of) => {
        const pages = pagesOf(of);
        const ids = pages.flatMap(({ comments }) => comments.map(({ comment }) => comment._id));
        const inOrder = of.flatMap((length, thread) =>
          Array.from({ length }, (_, index) => `${thread}.${index}`),
        );
        expect(ids).toEqual(inOrder);
        expect(new Set(pages.map(({ name }) => name)).size).toBe(pages.length);
        for (const { comments } of pages) {
          expect(comments.length).toBeLessThanOrEqual(most);
          const begun = comments.filter(({ under }) => under === undefined);
          expect(begun.length).toBeLessThanOrEqual(threads);
          const thread = Number(comments[0]?.comment._id.split('.')[0]);
          const isWhole = comments[0]?.under === undefined;
          expect(isWhole || (of[thread] ?? 0) > most).toBe(true);
        }
      }),
    );
  });

  test('a new thread changes the last page only, and an answer the pages of its number only', () => {
    fc.assert(
      fc.property(fc.array(lengths, { minLength: 1, maxLength: 120 }), fc.nat(), (of, pick) => {
        const before = pagesOf(of);
        expect(changed(before, pagesOf([...of, 1])).every((name) => isLast(name, of.length))).toBe(
          true,
        );
        const thread = pick % of.length;
        const longer = of.map((length, index) => (index === thread ? length + 1 : length));
        const number = String(Math.floor(thread / threads) + 1);
        for (const name of changed(before, pagesOf(longer))) {
          expect(name.split('-')[0]).toBe(number);
        }
      }),
    );
  });
});

function idsOf(page: CommentPage): string {
  return page.comments.map(({ comment }) => comment._id).join();
}

function isLast(name: string, count: number): boolean {
  return name.split('-')[0] === String(Math.floor(count / threads) + 1);
}

function changed(before: readonly CommentPage[], after: readonly CommentPage[]): readonly string[] {
  const known = new Map(before.map((page) => [page.name, idsOf(page)]));
  return after.filter((page) => known.get(page.name) !== idsOf(page)).map(({ name }) => name);
}
