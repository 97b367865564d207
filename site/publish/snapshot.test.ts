import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { openSnapshot } from './snapshot.ts';

const now = new Date('2026-06-01T00:00:00Z');
const later = new Date('2026-07-01T00:00:00Z');

describe('openSnapshot', () => {
  test('knows nothing at first, then what it was told, after a restart too', () => {
    const file = join(temporaryFolder(), 'published.sqlite');
    const before = openSnapshot(file);
    expect(before.load()).toBeUndefined();
    before.replace({
      documents: [anArticle('a'), anArticle('b')],
      made: 'code',
      release: 'one',
      now,
    });
    before.note(
      [
        { id: 'article-a', doc: undefined },
        { id: 'article-c', doc: anArticle('c') },
      ],
      later,
    );
    before.close();

    const after = openSnapshot(file);
    onTestFinished(() => after.close());
    expect(after.load()).toEqual({
      documents: [anArticle('b'), anArticle('c')],
      made: 'code',
      release: 'one',
      now: later,
    });
  });

  test('knows which moves are to be written yet, the first first', () => {
    const file = join(temporaryFolder(), 'published.sqlite');
    const before = openSnapshot(file);
    const [ab, bc, cd] = ['ab', 'bc', 'cd'].map(([from = '', to = '']) => [{ from, to }]);
    const ids = [ab, bc, cd].map((moves) => before.noteMoves(moves ?? []));
    before.forgetMoves(ids[1] ?? 0);
    before.close();
    const after = openSnapshot(file);
    onTestFinished(() => after.close());
    expect(after.moves().map(({ moves }) => moves)).toEqual([ab, cd]);
  });
});
