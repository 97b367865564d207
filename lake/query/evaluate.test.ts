import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { evaluateSync, parse, toJS } from 'groq-js';
import { afterAll, describe, expect, test } from 'vitest';
import { DATABASE_FILE, openDatabase } from '../store/database.ts';
import type { Doc } from '../store/document.ts';
import { createStore } from '../store/store.ts';
import { Corpus } from './corpus.ts';
import { answer } from './evaluate.ts';
import type { Perspective } from './perspective.ts';
import { planQuery } from './plan.ts';
import { createView } from './view.ts';

const dir = mkdtempSync(join(tmpdir(), 'lake-'));
const db = openDatabase(dir);
const store = createStore(db, () => new Date('2026-01-01'));
const ids = ['a', 'b', 'c', 'd', 'drafts.a', 'drafts.b', 'drafts.e', 'versions.r.a', 'private.x'];
store.mutate(
  ids.map((id, index) => ({
    kind: 'createOrReplace',
    id,
    doc: {
      _type: ['note', 'page', 'note', 'other'][index % 4] ?? '',
      title: `Title ${index % 3}`,
      n: index,
      slug: { current: `s${index % 5}` },
      to: { _type: 'reference', _ref: ids[(index + 1) % 4], _weak: true },
      more: [
        { _ref: 'gone', _weak: true },
        { _ref: ids[index % 3], _weak: true },
      ],
    },
  })),
  { author: 'a' },
);
const corpus = new Corpus(join(dir, DATABASE_FILE));
afterAll(() => {
  corpus.close();
  db.close();
  rmSync(dir, { recursive: true });
});

const question = { params: {}, identity: '', dataset: { projectId: 'p', dataset: 'd' } };

/** The same answer without plan or index. */
function plainly(query: string, docs: readonly Doc[]): unknown {
  const value: unknown = toJS(
    evaluateSync(parse(query), {
      dataset: docs,
      dereference: ({ _ref }: { _ref: string }) => docs.find((doc) => doc._id === _ref),
    }),
  );
  return value;
}

const filter = fc.letrec<{ leaf: string; all: string }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(...ids, 'e', 'nobody').map((id) => `_id == "${id}"`),
    fc.subarray(ids).map((list) => `_id in ${JSON.stringify(list)}`),
    fc.constantFrom('note', 'page', 'none').map((type) => `"${type}" == _type`),
    fc.constantFrom('note', 'page').map((type) => `_type in ["other", "${type}"]`),
    fc.constantFrom('s0', 's1', 'zz').map((slug) => `slug.current == "${slug}"`),
    fc.constantFrom('a', 'b', 'gone', 'nobody').map((id) => `references("${id}")`),
    fc.constantFrom('a', 'b').map((id) => `sanity::versionOf("${id}")`),
    fc.constantFrom(
      'n > 3',
      'title match "title 1"',
      'title match "tit* 2"',
      '[title, slug.current] match ["s*", "T*"]',
      'to->title match "Title"',
      'to->n < 5',
      'defined(slug)',
      '_id in path("drafts.**")',
    ),
    fc.constantFrom(
      'count(*[_type == ^._type]) > 2',
      '_id in *[n < 4]._id',
      '_type == *[_id == "a"][0]._type',
    ),
  ),
  all: fc.oneof(
    { maxDepth: 3 },
    tie('leaf'),
    fc.tuple(tie('all'), tie('all')).map(([a, b]) => `${a} && ${b}`),
    fc.tuple(tie('all'), tie('all')).map(([a, b]) => `(${a} || ${b})`),
    tie('all').map((a) => `!(${a})`),
  ),
}));
const query = fc.oneof(
  filter.all.map((one) => `*[${one}]`),
  fc.tuple(filter.all, filter.all).map(([a, b]) => `*[${a}][${b}]{_id, "t": to->title}`),
  fc
    .tuple(filter.all, filter.all)
    .map(([a, b]) => `*[${a}] | order(n desc)[0...3]{..., "x": *[${b}]._id}`),
  filter.all.map((one) => `{"n": count(*[${one}]), "first": *[${one}][0]}`),
);
const perspectives = fc.constantFrom<Perspective>(
  'raw',
  [],
  ['drafts.'],
  ['versions.r.', 'drafts.'],
);

describe('answer', () => {
  test('by index gives what plain evaluation of the visible documents gives', () => {
    const property = fc.property(
      query,
      perspectives,
      fc.boolean(),
      (text, perspective, publicOnly) => {
        const view = createView(corpus, perspective, publicOnly);
        const fast = corpus.read(() =>
          answer({ ...question, query: text }, planQuery(text, {}), view),
        );
        expect(fast).toEqual(
          plainly(
            text,
            corpus.read(() => view.all()),
          ),
        );
      },
    );
    fc.assert(property, { numRuns: 1500 });
  });

  test('sees what was written since it answered last', () => {
    const view = createView(corpus, 'raw', false);
    const ask = () =>
      corpus.read(() =>
        answer(
          { ...question, query: '*[_type == "late"]._id' },
          planQuery('*[_type == "late"]._id', {}),
          view,
        ),
      );
    expect(ask()).toEqual([]);
    store.mutate([{ kind: 'create', id: 'late', doc: { _type: 'late' } }], { author: 'a' });
    expect(ask()).toEqual(['late']);
    store.mutate([{ kind: 'delete', id: 'late' }], { author: 'a' });
    expect(ask()).toEqual([]);
  });
});
