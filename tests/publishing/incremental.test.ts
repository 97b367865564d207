import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { createRandom } from '../../scripts/bench/random.ts';
import { syntheticArticle, syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { pathOf } from '../../site/cms/addresses.ts';
import { Catalogue, type Doc } from '../../site/cms/catalogue.ts';
import type { DocumentChange } from '../../site/cms/documents-source.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { generateSite } from '../../site/publish/generate.ts';
import { publishChanges } from '../../site/publish/publisher.ts';
import { COMPILED } from '../fixtures/generated-site.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

/** Enough for both sections to have an archive, and few enough to write the site many times. */
const ARTICLES = 44;
const now = new Date('2026-06-01T00:00:00Z');
let compiled: string;

beforeAll(async () => {
  compiled = await compileSite(COMPILED);
});

/** One edit: what an editor might do to one of the documents there are. */
type Edit = (documents: ReadonlyMap<string, Doc>) => DocumentChange | undefined;

const pick = fc.nat();
const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(pick, fc.constantFrom('keyMessages', 'summary', 'faqs', 'related')).map(
    ([index, field]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { [field]: field === 'summary' ? 'New.' : [] }),
  ),
  fc.tuple(pick, pick).map(([index, other]): Edit => (documents) => {
    const from = nth(documents, 'article', other);
    return from?._type === 'article'
      ? change(nth(documents, 'article', index), { body: from.body })
      : undefined;
  }),
  fc.tuple(pick, fc.stringMatching(/^[A-Z][a-z]{3,12}$/)).map(
    ([index, title]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { title }),
  ),
  fc.tuple(pick, fc.stringMatching(/^[a-z]{3,8}$/)).map(
    ([index, slug]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { slug: { _type: 'slug', current: slug } }),
  ),
  fc.tuple(pick, fc.constantFrom('benefits' as const, 'health' as const)).map(
    ([index, section]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { section }),
  ),
  fc.tuple(pick, fc.integer({ min: 0, max: 60_000 })).map(
    ([index, hours]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), {
          publishedAt: new Date(Date.UTC(2020, 0, 1, hours)).toISOString(),
        }),
  ),
  fc.tuple(pick, fc.constantFrom('strong' as const, 'none' as const)).map(
    ([index, grade]): Edit =>
      (documents) =>
        change(nth(documents, 'claim', index), { grade }),
  ),
  fc.tuple(pick, fc.constantFrom('term', 'source', 'person', 'faq')).map(
    ([index, type]): Edit =>
      (documents) =>
        renamed(nth(documents, type, index)),
  ),
  fc
    .tuple(pick, fc.constantFrom('article', 'comment', 'claim', 'source', 'term', 'faq'))
    .map(([index, type]): Edit => (documents) => {
      const doc = nth(documents, type, index);
      return doc && { id: doc._id, doc: undefined };
    }),
  fc.constantFrom('settings', 'home').map(
    (type): Edit =>
      (documents) =>
        change(nth(documents, type, 0), { tagline: `Line ${revision}`, question: 'Why?' }),
  ),
  fc
    .tuple(fc.constantFrom('/old/', '/health/older/', '/benefits/article-0/'), pick)
    .map(([from, index]): Edit => (documents) => {
      const target = nth(documents, 'article', index);
      const to = target && pathOf(target);
      return to === undefined ? undefined : aRedirect(from, to);
    }),
  fc.integer({ min: ARTICLES, max: ARTICLES + 5 }).map((index): Edit => () => {
    const doc = syntheticArticle(createRandom(index), index, ARTICLES);
    return { id: doc._id, doc };
  }),
);

test('after any edits the files are what writing everything anew gives', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 1, maxLength: 6 }), async (sequence) => {
      const documents = new Map(syntheticDocuments(ARTICLES).map((doc) => [doc._id, doc]));
      const incremental = temporaryFolder();
      await write(incremental, documents);
      const publisher = {
        site: await loadCompiledSite(compiled),
        catalogue: new Catalogue(documents.values(), now),
        dir: incremental,
      };
      for (const edit of sequence) {
        const made = edit(documents);
        if (made === undefined) continue;
        if (made.doc === undefined) documents.delete(made.id);
        else documents.set(made.id, made.doc);
        await publishChanges(publisher, [made], now);
      }
      const whole = temporaryFolder();
      await write(whole, documents);
      expect(differences(incremental, whole)).toEqual([]);
    }),
    { numRuns: 30 },
  );
});

async function write(dir: string, documents: ReadonlyMap<string, Doc>): Promise<void> {
  const all = [...documents.values()];
  const { failed } = await generateSite({ compiled, documents: all, now, dir, threads: 1 });
  expect(failed).toEqual([]);
}

function nth(documents: ReadonlyMap<string, Doc>, type: string, index: number): Doc | undefined {
  const ofType = [...documents.values()].filter(({ _type }) => _type === type);
  return ofType[index % ofType.length];
}

let revision = 0;

function aRedirect(from: string, to: string): DocumentChange {
  revision += 1;
  const stamp = { _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' };
  const id = `redirect-${from.replaceAll('/', '-')}`;
  return {
    id,
    doc: { ...stamp, _id: id, _type: 'redirect', _rev: `r${revision}`, from, to, permanent: true },
  };
}

function change(doc: Doc | undefined, fields: object): DocumentChange | undefined {
  revision += 1;
  return doc && { id: doc._id, doc: { ...doc, ...fields, _rev: `r${revision}` } };
}

function renamed(doc: Doc | undefined): DocumentChange | undefined {
  const field = doc && ('name' in doc ? 'name' : 'question' in doc ? 'question' : 'title');
  return field && change(doc, { [field]: `Renamed ${revision}` });
}

function differences(left: string, right: string): readonly string[] {
  const names = new Set([...filesIn(left), ...filesIn(right)]);
  return [...names].filter((name) => !sameFile(join(left, name), join(right, name)));
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
