import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { createClient } from '@sanity/client';
import { validateDocument } from '@sanity/validation';
import { createSchema } from 'sanity';
import { describe, expect, onTestFinished, test } from 'vitest';

import { createLake } from '../../lake/lake.ts';
import { schemaTypes } from '../../studio/schema/schema-types.ts';
import { importContent } from './import.ts';
import { ContentError } from './mistakes.ts';

const CONTENT = resolve('content');
const TOKEN = 'robot-token-for-the-import-tests';

/** An empty store, a copy of the real content, and an import from one into the other. */
const open = async () => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-'));
  const lake = await createLake({ dir: join(dir, 'lake'), port: 0, robotToken: TOKEN });
  onTestFinished(async () => {
    await lake.close();
    rmSync(dir, { recursive: true });
  });
  const contentDir = join(dir, 'content');
  cpSync(CONTENT, contentDir, { recursive: true });
  const connection = {
    projectId: 'lymphwise',
    dataset: 'production',
    apiVersion: '2026-05-01',
    apiHost: lake.url,
    useProjectHostname: false,
    useCdn: false,
  } as const;
  const client = createClient({ ...connection, token: TOKEN, perspective: 'raw' });
  const reader = createClient({ ...connection, perspective: 'published' });
  const run = (force = false) => importContent({ client, contentDir, log: () => {}, force });
  return { client, reader, contentDir, run };
};

describe('importContent', () => {
  test('creates every document once, and then changes nothing', async () => {
    const { client, run } = await open();
    const first = await run();
    expect(first.created.length).toBeGreaterThan(100);
    expect(first.images.uploaded).toBeGreaterThan(0);
    const revisions = () => client.fetch<unknown>('*[]{_id, _rev} | order(_id)');
    const before = await revisions();
    expect(await run()).toEqual({
      created: [],
      updated: [],
      unchanged: first.created,
      kept: [],
      images: { uploaded: 0, reused: first.images.uploaded },
    });
    expect(await revisions()).toEqual(before);
  });

  test('writes only the documents whose files changed', async () => {
    const { contentDir, run } = await open();
    await run();
    const file = join(contentDir, 'terms/lymph.yaml');
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replace(/^meaning:/m, 'alsoCalled: [x]\nmeaning:'),
    );
    expect(await run()).toMatchObject({ created: [], updated: ['term-lymph'], kept: [] });
  });

  test('keeps what an editor changed, until it is told not to', async () => {
    const { client, run } = await open();
    await run();
    await client.patch('term-lymph').set({ meaning: 'Mine.' }).commit();
    expect(await run()).toMatchObject({ updated: [], kept: ['term-lymph'] });
    expect(await client.getDocument('term-lymph')).toMatchObject({ meaning: 'Mine.' });
    expect(await run(true)).toMatchObject({ updated: ['term-lymph'], kept: [] });
    expect(await client.getDocument('term-lymph')).not.toMatchObject({ meaning: 'Mine.' });
  });

  test('writes nothing when any file holds a mistake', async () => {
    const { client, contentDir, run } = await open();
    writeFileSync(join(contentDir, 'terms/lymph.yaml'), 'name: Lymph\n');
    await expect(run()).rejects.toThrow(ContentError);
    expect(await client.fetch<number>('count(*[])')).toBe(0);
  });

  test('keeps its memory out of public sight', async () => {
    const { reader, run } = await open();
    await run();
    expect(await reader.fetch<unknown>('*[_type == "importManifest"]')).toEqual([]);
  });

  test('makes documents that the Studio finds valid', { timeout: 30_000 }, async () => {
    const { client, run } = await open();
    const { created } = await run();
    const schema = createSchema({ name: 'default', types: schemaTypes });
    const known = new Set(await client.fetch<string[]>('*[]._id'));
    const problems: string[] = [];
    for (const document of await client.getDocuments(created)) {
      if (document === null) continue;
      // One at a time: a hundred at once would only queue up.
      const { status, markers } = await validateDocument({
        document,
        schema,
        client,
        getDocumentExists: async ({ id }) => known.has(id),
      });
      const errors = markers.filter(({ level }) => level === 'error');
      problems.push(
        ...errors.map(({ path, message }) => `${document._id} ${JSON.stringify(path)}: ${message}`),
      );
      if (status === 'notEvaluated') problems.push(`${document._id} could not be checked`);
    }
    expect(problems).toEqual([]);
  });
});
