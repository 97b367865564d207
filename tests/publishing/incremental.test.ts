import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { isTaken } from '../../site/cms/all-addresses.ts';
import { Catalogue, type Doc } from '../../site/cms/catalogue.ts';
import type { DocumentChange } from '../../site/cms/documents-source.ts';
import { imageFiles } from '../../site/cms/images.ts';
import type { Move } from '../../site/cms/led-addresses.ts';
import { parseSiteConfig } from '../../site/cms/parse-site-config.ts';
import { openPictures } from '../../site/pictures/kept-pictures.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { generateSite } from '../../site/publish/generate.ts';
import { planRedirects } from '../../site/publish/moved.ts';
import { publishChanges } from '../../site/publish/publisher.ts';
import { COMPILED } from '../fixtures/first-data-dir.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { documentsToEdit, edits, START } from './edits.ts';

let compiled: string;

beforeAll(async () => {
  vi.stubEnv('DATA_DIR', mkdtempSync(join(tmpdir(), 'lymphwise-test-')));
  compiled = await compileSite(COMPILED);
});

afterAll(() => {
  rmSync(process.env['DATA_DIR'] ?? '', { recursive: true, force: true });
  vi.unstubAllEnvs();
});

const STAMP = {
  _createdAt: '2026-06-01T00:00:00Z',
  _updatedAt: '2026-06-01T00:00:00Z',
  _rev: 'r1',
};

/** Some edits that are published together, and how many hours pass before that. */
const round = fc.tuple(
  fc.array(edits, { minLength: 1, maxLength: 3 }),
  fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 48 })),
);

test('after any edits, at any time, the files are what writing everything anew gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(round, { minLength: 1, maxLength: 4 }), async (rounds) => {
      const documents = new Map(documentsToEdit().map((doc) => [doc._id, doc]));
      let now = START;
      const incremental = temporaryFolder();
      fillPictures(documents.values(), now);
      await write(incremental, documents, now);
      const publisher = {
        site: await loadCompiledSite(compiled),
        catalogue: new Catalogue(documents.values(), now),
        dir: incremental,
      };
      for (const [sequence, hours] of rounds) {
        now = new Date(now.getTime() + hours * 3_600_000);
        const changes = sequence.flatMap((edit) => {
          const made = edit(documents);
          if (made?.doc === undefined) documents.delete(made?.id ?? '');
          else documents.set(made.id, made.doc);
          return made ?? [];
        });
        fillPictures(documents.values(), now);
        const { moves } = await publishChanges(publisher, changes, now);
        const isTakenNow = (path: string): boolean => isTaken(publisher.catalogue, path);
        await publishChanges(publisher, writeRedirects(documents, moves, isTakenNow), now);
      }
      const whole = temporaryFolder();
      await write(whole, documents, now);
      expect(differences(incremental, whole)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

/** What the store tells once the redirects of pages that have moved are in it. */
function writeRedirects(
  documents: Map<string, Doc>,
  moves: readonly Move[],
  isTakenNow: (path: string) => boolean,
): readonly DocumentChange[] {
  const redirects = [...documents.values()].filter((doc) => doc._type === 'redirect');
  const { put, remove } = planRedirects(moves, redirects, isTakenNow);
  const changes: DocumentChange[] = [
    ...put.map((redirect) => ({ id: redirect._id, doc: { ...STAMP, ...redirect } })),
    ...remove.map((id) => ({ id, doc: undefined })),
  ];
  for (const { id, doc } of changes) {
    if (doc === undefined) documents.delete(id);
    else documents.set(id, doc);
  }
  return changes;
}

async function write(dir: string, documents: ReadonlyMap<string, Doc>, now: Date): Promise<void> {
  const all = [...documents.values()];
  const { failed } = await generateSite({ compiled, documents: all, now, dir });
  expect(failed).toEqual([]);
}

/** Gives every picture of these documents bytes: it would take long to make them. */
function fillPictures(documents: Iterable<Doc>, now: Date): void {
  const { cache } = openPictures(parseSiteConfig(process.env));
  for (const { path } of imageFiles(new Catalogue(documents, now))) {
    if (!cache.has(path)) cache.write(path, Buffer.from(path));
  }
}

/** Names of files that are not the same in both; a picture that nothing shows any more may stay. */
function differences(incremental: string, whole: string): readonly string[] {
  const stayed = filesIn(incremental).filter((name) => !name.startsWith('images/'));
  const names = new Set([...stayed, ...filesIn(whole)]);
  return [...names].filter((name) => !sameFile(join(incremental, name), join(whole, name)));
}

function sameFile(left: string, right: string): boolean {
  try {
    return readFileSync(left).equals(readFileSync(right));
  } catch {
    return false;
  }
}

function filesIn(dir: string): readonly string[] {
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)));
}
