import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aComment } from '../../tests/fixtures/documents.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { toThreads, type Thread } from './thread.ts';

const reply = (id: string, parent?: string) =>
  aComment(id, 'article-a', parent ? { parent: { _type: 'reference', _ref: parent } } : {});

/** `a(b(c))` for c under b under a. */
function shape(threads: readonly Thread[]): string {
  const all = threads.flat();
  const under = (id: string | undefined): string =>
    all
      .filter((placed) => placed.under?._id === id)
      .map(({ comment: { _id } }) => (under(_id) === '' ? _id : `${_id}(${under(_id)})`))
      .join(' ');
  return under(undefined);
}

/** Comments that answer any of them, themselves included, or one that is not there. */
const anyShape = fc
  .array(fc.option(fc.nat({ max: 40 })), { maxLength: 40 })
  .map((parents) =>
    parents.map((parent, index) => reply(`c${index}`, parent === null ? undefined : `c${parent}`)),
  );

describe('toThreads', () => {
  test.for([
    { name: 'keeps the order given', comments: [reply('a'), reply('b')], drawn: 'a b' },
    {
      name: 'puts replies under what they answer',
      comments: [reply('a'), reply('b'), reply('c', 'a'), reply('d', 'c'), reply('e', 'a')],
      drawn: 'a(c(d) e) b',
    },
    {
      name: 'lists what is deeper on the third level, in order of time',
      comments: [
        reply('a'),
        reply('b', 'a'),
        reply('c', 'b'),
        reply('d', 'c'),
        reply('e', 'b'),
        reply('f', 'd'),
      ],
      drawn: 'a(b(c d e f))',
    },
    { name: 'shows a reply whose parent is not here', comments: [reply('a', 'gone')], drawn: 'a' },
    {
      name: 'shows a reply that seems older than what it answers',
      comments: [reply('a', 'b'), reply('b')],
      drawn: 'b(a)',
    },
    {
      name: 'loses nothing in a circle',
      comments: [reply('a', 'b'), reply('b', 'a'), reply('c', 'a'), reply('d', 'd')],
      drawn: 'a(b c) d',
    },
    { name: 'has nothing to show', comments: [], drawn: '' },
  ])('$name', ({ comments, drawn }) => {
    expect(shape(toThreads(comments))).toBe(drawn);
  });

  test('shows every comment once, three levels deep at most, each level in order of time', () => {
    fc.assert(
      fc.property(anyShape, (comments) => {
        const all = toThreads(comments).flat();
        expect(all.map(({ comment }) => comment).toSorted(byId)).toEqual(comments.toSorted(byId));
        const placeOf = new Map(all.map((placed) => [placed.comment, placed]));
        const levelOf = (comment: Comment | undefined): number =>
          comment === undefined ? 0 : 1 + levelOf(placeOf.get(comment)?.under);
        for (const { comment } of all) expect(levelOf(comment)).toBeLessThanOrEqual(3);
        for (const group of Map.groupBy(all, ({ under }) => under).values()) {
          const order = group.map(({ comment }) => comments.indexOf(comment));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('puts a reply under what it answers, or below where that stands', () => {
    fc.assert(
      fc.property(anyShape, (comments) => {
        const all = toThreads(comments).flat();
        const placeOf = new Map(all.map((placed) => [placed.comment, placed]));
        for (const { parent, under } of all) {
          if (under === undefined || parent === undefined) continue;
          expect([parent, placeOf.get(parent)?.under]).toContain(under);
        }
      }),
    );
  });

  const MANY = 100_000;
  test.for([
    ['a chain', (index: number) => index - 1],
    ['a chain told backwards', (index: number) => index + 1],
    ['one answered by all', () => 0],
    ['pairs', (index: number) => (index % 2 === 1 ? index - 1 : -1)],
    ['a circle', (index: number) => (index + 1) % MANY],
  ] as const)('takes %s of 100,000 in its stride', ([, parentOf]) => {
    const comments = Array.from({ length: MANY }, (_, index) =>
      reply(`c${index}`, `c${parentOf(index)}`),
    );
    const began = performance.now();
    const threads = toThreads(comments);
    // Far more than it takes, far less than a walk to the parents of each would.
    expect(performance.now() - began).toBeLessThan(3000);
    expect(threads.reduce((sum, thread) => sum + thread.length, 0)).toBe(MANY);
  });
});

function byId(a: Comment, b: Comment): number {
  return a._id < b._id ? -1 : 1;
}
