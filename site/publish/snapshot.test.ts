import { cpSync, readdirSync, readFileSync } from 'node:fs';
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

  test.for(['noted', 'replaced', 'noted just before a kill'])(
    'leaves nothing of what is %s in its files',
    async (how) => {
      const dir = temporaryFolder();
      const snapshot = openSnapshot(join(dir, 'published.sqlite'));
      onTestFinished(() => snapshot.close());
      const facts = { made: 'code', release: 'one', now };
      const doc = anArticle('a', { title: 'unmistakable' });
      snapshot.replace({ ...facts, documents: [doc] });
      expect(filesWith(dir, 'unmistakable')).not.toEqual([]);
      if (how === 'replaced') snapshot.replace({ ...facts, documents: [] });
      else snapshot.note([{ id: doc._id, doc: undefined }], undefined);
      const [killed, left] = [how.endsWith('kill'), temporaryFolder()];
      if (killed) {
        cpSync(dir, left, { recursive: true });
        const next = openSnapshot(join(left, 'published.sqlite'));
        onTestFinished(() => next.close());
      }
      await expect.poll(() => filesWith(killed ? left : dir, 'unmistakable')).toEqual([]);
    },
  );

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

function filesWith(dir: string, trace: string): readonly string[] {
  return readdirSync(dir).filter((name) => readFileSync(join(dir, name)).includes(trace));
}
