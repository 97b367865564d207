import { describe, expect, test } from 'vitest';
import { aComment } from '../../tests/fixtures/documents.ts';
import { toThread, type ThreadNode } from './thread.ts';

const reply = (id: string, parent?: string) =>
  aComment(id, 'article-a', parent ? { parent: { _type: 'reference', _ref: parent } } : {});

/** `a(b(c))` for c under b under a. */
const shape = (nodes: readonly ThreadNode[]): string =>
  nodes
    .map(({ comment, replies }) => comment._id + (replies.length > 0 ? `(${shape(replies)})` : ''))
    .join(' ');

describe('toThread', () => {
  test.for([
    { name: 'keeps the order given', comments: [reply('a'), reply('b')], drawn: 'a b' },
    {
      name: 'puts replies under what they answer',
      comments: [reply('a'), reply('b'), reply('c', 'a'), reply('d', 'c'), reply('e', 'a')],
      drawn: 'a(c(d) e) b',
    },
    { name: 'shows a reply whose parent is not here', comments: [reply('a', 'gone')], drawn: 'a' },
    {
      name: 'loses nothing in a circle',
      comments: [reply('a', 'b'), reply('b', 'a'), reply('c', 'a')],
      drawn: 'a b c',
    },
    { name: 'has nothing to show', comments: [], drawn: '' },
  ])('$name', ({ comments, drawn }) => {
    expect(shape(toThread(comments))).toBe(drawn);
  });
});
