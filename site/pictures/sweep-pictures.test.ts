import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { sweepPictures } from './sweep-pictures.ts';

const now = new Date('2026-06-03T00:00:00Z');
const long = new Date('2026-06-01T00:00:00Z');

describe('sweepPictures', () => {
  test('removes what is neither shown nor new, unfinished files too', async () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'images'));
    for (const [name, made] of [
      ['shown.avif', long],
      ['gone.avif', long],
      ['gone.avif.1.new', long],
      ['new.avif', now],
    ] as const) {
      const file = join(dir, 'images', name);
      writeFileSync(file, name);
      utimesSync(file, made, made);
    }
    await sweepPictures(dir, (path) => path === '/images/shown.avif', now);
    expect(readdirSync(join(dir, 'images')).toSorted()).toEqual(['new.avif', 'shown.avif']);
  });

  test('a site without pictures has nothing to remove', async () => {
    await expect(sweepPictures(temporaryFolder(), () => true, now)).resolves.toBeUndefined();
  });
});
