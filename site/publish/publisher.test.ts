import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { redirectAt } from '../cms/all-addresses.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { aClaim, anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import type { CompiledSite } from './compiled-site.ts';
import { fileOf } from './files.ts';
import { publishChanges, writePaths } from './publisher.ts';

const now = new Date('2026-06-01T00:00:00Z');
const frame: readonly Doc[] = [theSettings(), thePublisher(), aClaim('a')];

/** Pages that show the titles of all articles; an article's own page exists while it does. */
function titlesSite(): CompiledSite {
  let shown: Catalogue | undefined;
  return {
    installCatalogue: (catalogue) => {
      shown = catalogue;
    },
    render: async (path) => {
      const [, , slug] = path.split('/');
      const isArticle = slug !== undefined && slug !== '';
      if (slug === 'broken') return new Response('no body', { status: 500 });
      if (isArticle && shown?.article('benefits', slug) === undefined) {
        return new Response(null, { status: 404 });
      }
      const titles = shown?.articles().map(({ title }) => title) ?? [];
      return new Response(titles.join('\n'));
    },
  };
}

async function renderSlowly(): Promise<Response> {
  const end = performance.now() + 5;
  while (performance.now() < end);
  return new Response('page');
}

function aPublisher(documents: readonly Doc[]) {
  const dir = temporaryFolder();
  const catalogue = new Catalogue([...frame, ...documents], now);
  return { site: titlesSite(), catalogue, dir };
}

describe('writePaths', () => {
  test('writes pictures before the pages that show them', async () => {
    const picture = '/images/abc-10x10.webp';
    const publisher = aPublisher([]);
    const site = { ...publisher.site, render: async (path: string) => new Response(path) };
    const { written } = await writePaths({ ...publisher, site }, ['/benefits/', picture, '/']);
    expect(written).toEqual([picture, '/benefits/', '/']);
  });

  test('lets readers have their turns', async () => {
    const publisher = aPublisher([]);
    let turns = 0;
    const reading = setInterval(() => (turns += 1), 1);
    const paths = Array.from({ length: 20 }, (_, index) => `/${index}/`);
    await writePaths({ ...publisher, site: { ...publisher.site, render: renderSlowly } }, paths);
    clearInterval(reading);
    expect(turns).toBeGreaterThan(5);
  });
});

describe('publishChanges', () => {
  test('a new article reaches its page and its section', async () => {
    const publisher = aPublisher([]);
    const doc = anArticle('new');
    const { written } = await publishChanges(publisher, [{ id: doc._id, doc }], now);
    expect(written).toEqual(expect.arrayContaining(['/benefits/new/', '/benefits/', '/rss.xml']));
    expect(readFileSync(fileOf(publisher.dir, '/benefits/'), 'utf8')).toBe('Title of new');
  });

  test('a change that only its own page shows writes that page, and its line in the sitemap', async () => {
    const publisher = aPublisher([anArticle('a')]);
    const doc = anArticle('a', { keyMessages: ['Another.', 'And one more.'] });
    const { written } = await publishChanges(publisher, [{ id: doc._id, doc }], now);
    expect(written).toEqual(['/benefits/a/', '/sitemap.xml']);
  });

  test('a removed article loses its page', async () => {
    const publisher = aPublisher([anArticle('old')]);
    await writePaths(publisher, ['/benefits/old/']);
    const { removed } = await publishChanges(
      publisher,
      [{ id: 'article-old', doc: undefined }],
      now,
    );
    expect(removed).toEqual(['/benefits/old/']);
    expect(existsSync(fileOf(publisher.dir, '/benefits/old/'))).toBe(false);
  });

  test('a changed slug moves the page', async () => {
    const publisher = aPublisher([anArticle('a')]);
    await writePaths(publisher, ['/benefits/a/']);
    const doc = anArticle('a', { slug: { _type: 'slug', current: 'b' } });
    const { written, removed, moves } = await publishChanges(
      publisher,
      [{ id: doc._id, doc }],
      now,
    );
    expect(written).toContain('/benefits/b/');
    expect(removed).toContain('/benefits/a/');
    expect(moves).toEqual([{ from: '/benefits/a/', to: '/benefits/b/' }]);
    // Whoever asks for the old address is led to the new one at once.
    expect(redirectAt(publisher.catalogue, '/benefits/a/')?.to).toBe('/benefits/b/');
  });

  test.for([
    ['a', 'b'],
    ['b', 'a'],
  ])('two articles that swap their slugs have both addresses, %s first', async (order) => {
    const publisher = aPublisher([anArticle('a'), anArticle('b'), anArticle('c')]);
    await writePaths(publisher, ['/benefits/a/', '/benefits/b/']);
    const other: Record<string, string> = { a: 'b', b: 'a' };
    const changes = order.map((stem) => {
      const slug = { _type: 'slug' as const, current: other[stem] ?? '' };
      return { id: `article-${stem}`, doc: anArticle(stem, { slug }) };
    });
    const { moves, removed } = await publishChanges(publisher, changes, now);
    expect(removed).toEqual([]);
    expect(moves).toHaveLength(2);
    for (const stem of order) {
      const path = `/benefits/${stem}/`;
      expect(existsSync(fileOf(publisher.dir, path))).toBe(true);
      expect(publisher.catalogue.redirectFrom(path)).toBeUndefined();
    }
  });

  test('an address that another page takes leads nobody away, even when that page has gone', async () => {
    const slug = { _type: 'slug' as const, current: 'a' };
    const waiting = anArticle('waiting', { slug });
    const { catalogue, ...publisher } = aPublisher([anArticle('a'), waiting]);
    const doc = anArticle('a', { slug: { _type: 'slug', current: 'b' } });
    await publishChanges({ ...publisher, catalogue }, [{ id: doc._id, doc }], now);
    catalogue.remove(waiting._id);
    expect(redirectAt(catalogue, '/benefits/a/')).toBeUndefined();
  });

  test('an article whose time has come is published along', async () => {
    const later = new Date('2026-07-01T00:00:00Z');
    const publisher = aPublisher([anArticle('later', { publishedAt: later.toISOString() })]);
    expect((await publishChanges(publisher, [], now)).written).toEqual([]);
    expect((await publishChanges(publisher, [], later)).written).toEqual(
      expect.arrayContaining(['/benefits/later/', '/benefits/', '/', '/rss.xml', '/search/']),
    );
  });

  test('a page that fails keeps its last good file and is reported', async () => {
    const publisher = aPublisher([anArticle('broken')]);
    const { failed } = await writePaths(publisher, ['/benefits/broken/']);
    expect(failed).toEqual([
      { path: '/benefits/broken/', message: 'The page answered 500: no body.' },
    ]);
  });
});
