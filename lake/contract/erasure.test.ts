import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../store/database.ts';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

const CANARY = 'xylophonist';
/** The words' index keeps a word without the letters it shares with the one before. */
const TRACE = 'ylophonist';

let lab: Lab;
beforeEach(async () => {
  lab = await openLab();
});
afterEach(() => lab.end());

const type = 'note';
const remove = (publishedId: string, includeDrafts: string[] = []) =>
  ({
    actionType: 'sanity.action.document.delete',
    publishedId,
    includeDrafts,
    purge: true,
  }) as const;

function filesWithTrace(): string[] {
  return readdirSync(lab.dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => readFileSync(file).includes(TRACE));
}

/** A document with a past: written, changed, published, and a new draft of it. */
async function write(id: string): Promise<void> {
  const { client } = lab;
  const text = `${CANARY}@mail.example`;
  await client.create({ _id: `drafts.${id}`, _type: type, text: `wrote ${text}` });
  await client
    .patch(`drafts.${id}`)
    .set({ more: `and ${CANARY}` })
    .commit();
  await client.action({
    actionType: 'sanity.action.document.publish',
    draftId: `drafts.${id}`,
    publishedId: id,
  });
  await client.create({ _id: `drafts.${id}`, _type: type, text });
  await client.create({ _id: `private.${id}`, _type: type, text });
}

describe('deleting with purge', () => {
  test('leaves no trace in the history, the search or the files', async () => {
    await lab.client.create({ _id: 'other', _type: type, text: 'stays' });
    await write('a');
    expect(filesWithTrace()).not.toEqual([]);
    await lab.client.action([remove('a', ['drafts.a']), remove('private.a')]);
    await expect.poll(filesWithTrace).toEqual([]);
    const past = await lab.request(
      '/data/history/production/transactions/a,drafts.a,private.a?excludeContent=true',
    );
    expect(await past.text()).toBe('');
    const last = await lab.request('/data/history/production/documents/a?lastRevision=true');
    expect(await last.json()).toEqual({ documents: [] });
    const found = (word: string) => lab.client.fetch('count(*[text match $word])', { word });
    expect(await found(CANARY)).toBe(0);
    expect(await found('stays')).toBe(1);
  });

  test('without purge the past stays', async () => {
    await write('a');
    await lab.client.delete('a');
    const last = await lab.request('/data/history/production/documents/a?lastRevision=true');
    expect(await last.json()).toMatchObject({ documents: [{ _id: 'a' }] });
  });

  test('of a draft keeps the past of what is published', async () => {
    await write('a');
    await lab.client.action({
      actionType: 'sanity.action.document.version.discard',
      versionId: 'drafts.a',
      purge: true,
    });
    const past = async (id: string): Promise<unknown> => {
      const answer = await lab.request(
        `/data/history/production/documents/${id}?lastRevision=true`,
      );
      return answer.json();
    };
    expect(await past('drafts.a')).toEqual({ documents: [] });
    expect(await past('a')).toMatchObject({ documents: [{ _id: 'a' }] });
  });

  test('is finished by the next start where the lake stopped at once', async () => {
    await write('a');
    await lab.client.action([remove('a', ['drafts.a']), remove('private.a')]);
    await lab.restart();
    await expect.poll(filesWithTrace).toEqual([]);
  });
});

describe('openDatabase', () => {
  test('brings a file of the format before to the present one', async () => {
    await lab.client.create({ _id: 'kept', _type: type });
    await lab.lake.close();
    const db = openDatabase(lab.dir);
    db.exec('DROP TABLE erasures; PRAGMA user_version = 1');
    db.close();
    await lab.restart();
    await write('a');
    await lab.client.action([remove('a', ['drafts.a']), remove('private.a')]);
    await expect.poll(filesWithTrace).toEqual([]);
    expect(await lab.client.getDocument('kept')).toBeDefined();
  });
});
