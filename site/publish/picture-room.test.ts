import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import type { CardFile } from '../pictures/cards.ts';
import { keepPictures } from '../pictures/kept-pictures.ts';
import { openPictureCache } from '../pictures/picture-cache.ts';
import type { PictureFile } from '../pictures/picture-files.ts';
import { openPictureRoom } from './picture-room.ts';

const card = (stem: string): CardFile => ({
  kind: 'card',
  path: `/og/${stem}-00000000.png`,
  card: { name: 'Lymphwise', label: 'Benefits', title: stem, grades: [], motif: 'upper-body' },
});

function aRoom(make: (file: PictureFile) => Promise<Uint8Array>) {
  const dataDir = temporaryFolder();
  const errors: string[] = [];
  const pictures = keepPictures(openPictureCache(join(dataDir, 'site/pictures')), make);
  const room = openPictureRoom({
    pictures,
    settings: { dataDir, sanityApiHost: undefined },
    isWanted: () => true,
    onError: (message) => void errors.push(message),
  });
  onTestFinished(() => room.close());
  return { room, pictures, errors };
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('openPictureRoom', () => {
  test('makes what is missing once, and keeps it', async () => {
    const made: string[] = [];
    const { room, pictures } = aRoom(async ({ path }) => {
      made.push(path);
      return bytesOf(path);
    });
    await room.now([card('a'), card('b')]);
    await room.now([card('a'), card('b')]);
    room.later([card('a')]);
    await room.settled();
    expect(made).toEqual([card('a').path, card('b').path]);
    expect(pictures.cache.read(card('a').path)).toEqual(Buffer.from(card('a').path));
  });

  test('reports what fails, makes the others, and forgets the failure once it is made', async () => {
    let broken = true;
    const { room, errors } = aRoom(async ({ path }) => {
      if (broken && path === card('a').path) throw new Error('no such picture');
      return bytesOf(path);
    });
    await room.now([card('a'), card('b')]);
    expect([...room.failures.keys()]).toEqual([card('a').path]);
    expect(errors).toEqual([`The picture ${card('a').path} could not be made: no such picture`]);
    broken = false;
    await room.now([card('a')]);
    expect(room.failures.size).toBe(0);
  });

  test('draws behind, in a thread', async () => {
    const { room, pictures } = aRoom(() => Promise.reject(new Error('not in this thread')));
    room.later([card('a'), card('b')]);
    await room.settled();
    for (const { path } of [card('a'), card('b')]) {
      expect(
        Buffer.from(pictures.cache.read(path) ?? [])
          .subarray(1, 4)
          .toString(),
      ).toBe('PNG');
    }
    expect(room.failures.size).toBe(0);
  });
});
