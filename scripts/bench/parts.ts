import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalogue } from '../../site/cms/catalogue.ts';
import type { Doc } from '../../site/cms/document.ts';
import type { Article } from '../../site/cms/sanity.types.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { writePage } from '../../site/publish/files.ts';
import { renderPath } from '../../site/publish/render.ts';
import type { Bench } from './bench.ts';
import { syntheticDocuments } from './synthetic-documents.ts';

const ROUNDS = 30;
const WARM_UP = 3;
const PAGES = 100;

type Change = (article: Article) => Partial<Article>;

/** Articles without one of their parts. */
const WITHOUT: Readonly<Record<string, Change>> = {
  claims: ({ body }) => ({ body: body.filter(({ _type }) => _type !== 'claimReference') }),
  citations: ({ body }) => ({ body: body.map(withoutMarks('citation')) }),
  terms: ({ body }) => ({ body: body.map(withoutMarks('glossaryTerm')) }),
  text: () => ({ body: [] }),
  questions: () => ({ faqs: [] }),
  related: () => ({ related: [] }),
  form: () => ({ commentsOpen: false }),
};

/**
 * What each part of an article's page costs to make: how much sooner pages are rendered without it, and
 * what is left when all are gone. `text` includes its claims, citations and terms. Milliseconds a page,
 * the fastest of rounds in which each kind of page takes its turn: what more the others took was the
 * machine's. `write` puts pages on the disk.
 */
export const parts: Bench = async ({ articles, progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  try {
    progress('compiling');
    const site = await loadCompiledSite(await compileSite(join(dir, 'compiled')));
    const documents = syntheticDocuments(articles);
    const now = new Date();
    const uncommented = documents.filter(({ _type }) => _type !== 'comment');
    const catalogues = new Map([
      ['page', new Catalogue(documents, now)],
      ...Object.entries(WITHOUT).map(([name, change]): [string, Catalogue] => [
        name,
        new Catalogue(changed(documents, change), now),
      ]),
      ['comments', new Catalogue(uncommented, now)],
      ['frame', new Catalogue(changed(uncommented, nothing), now)],
    ]);
    const paths = new Catalogue(documents, now)
      .articles()
      .slice(0, PAGES)
      .map(({ section, slug }) => `/${section}/${slug.current}/`);
    const times = new Map([...catalogues.keys(), 'write'].map((name) => [name, [0].slice(1)]));
    progress('rendering');
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const [name, catalogue] of catalogues) {
        site.installCatalogue(catalogue);
        const pages: Uint8Array[] = [];
        const start = performance.now();
        for (const path of paths) pages.push((await renderPath(site, path)) ?? new Uint8Array());
        const rendered = performance.now();
        if (round >= 0) times.get(name)?.push((rendered - start) / paths.length);
        if (name !== 'page') continue;
        for (const [index, path] of paths.entries()) {
          writePage(join(dir, `site-${round}`), path, pages[index] ?? new Uint8Array());
        }
        if (round >= 0) times.get('write')?.push((performance.now() - rendered) / paths.length);
      }
    }
    const fastest = (name: string): number => rounded(Math.min(...(times.get(name) ?? [])));
    const cost = (name: string): number => rounded(fastest('page') - fastest(name));
    return {
      runs: ROUNDS,
      articles,
      page: fastest('page'),
      frame: fastest('frame'),
      without: Object.fromEntries(
        [...Object.keys(WITHOUT), 'comments'].map((name) => [name, cost(name)]),
      ),
      write: fastest('write'),
    };
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

/** To two decimals. */
function rounded(milliseconds: number): number {
  return Math.round(milliseconds * 100) / 100;
}

function nothing(): Partial<Article> {
  return { body: [], faqs: [], related: [], commentsOpen: false };
}

function changed(documents: readonly Doc[], change: Change): readonly Doc[] {
  return documents.map((doc) => (doc._type === 'article' ? { ...doc, ...change(doc) } : doc));
}

/** A block of text without the marks of one kind; their words stay. */
function withoutMarks(type: string) {
  return (block: Article['body'][number]): Article['body'][number] =>
    block._type === 'block'
      ? { ...block, markDefs: block.markDefs?.filter(({ _type }) => _type !== type) ?? [] }
      : block;
}
