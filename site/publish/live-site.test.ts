import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { redirectAt } from '../cms/all-addresses.ts';
import { Catalogue } from '../cms/catalogue.ts';
import { fileOf } from './files.ts';
import { aCompiledSite, aLiveSite, frame } from './live-site.fixture.ts';
import type { Replacement } from './live-site.ts';
import { writePaths } from './publisher.ts';

describe('startLiveSite', () => {
  test('publishes a change that the store tells of', async () => {
    const { follower, has } = aLiveSite([]);
    const doc = anArticle('new');
    follower.onChange({ id: doc._id, doc });
    await expect.poll(() => has('/benefits/new/')).toBe(true);
  });

  test('tells of a page that has moved, and notes what is on the disk', async () => {
    const { follower, moves, noted } = aLiveSite([]);
    const slug = { _type: 'slug' as const, current: 'b' };
    follower.onChange({ id: 'article-a', doc: anArticle('a') });
    await expect.poll(() => noted).toEqual(['article-a']);
    follower.onChange({ id: 'article-a', doc: anArticle('a', { slug }) });
    await expect.poll(() => moves).toEqual([{ from: '/benefits/a/', to: '/benefits/b/' }]);
  });

  test('notes the moves of pages until their redirects are there', async () => {
    const { store, follower, noted, pending } = aLiveSite([]);
    const { promise, resolve } = Promise.withResolvers<void>();
    store.led = promise;
    follower.onChange(slugged('a', 'a'));
    await expect.poll(() => noted).toEqual(['article-a']);
    follower.onChange(slugged('a', 'b'));
    await expect.poll(() => noted).toHaveLength(2);
    follower.onChange(slugged('a', 'c'));
    await expect.poll(() => noted).toHaveLength(3);
    expect(pending().map(({ moves: [move] }) => move)).toEqual([
      { from: '/benefits/a/', to: '/benefits/b/' },
      { from: '/benefits/b/', to: '/benefits/c/' },
    ]);
    resolve();
    await expect.poll(pending).toEqual([]);
  });

  test('leads on from the addresses that the last run found no time to write redirects for', async () => {
    const moved = ['ab', 'bc'].map(([from, to], id) => ({
      id,
      moves: [{ from: `/benefits/${from}/`, to: `/benefits/${to}/` }],
    }));
    const { follower, catalogue, moves, pending } = aLiveSite([], moved);
    for (const from of ['a', 'b'])
      expect(redirectAt(catalogue, `/benefits/${from}/`)?.to).toBe('/benefits/c/');
    follower.onGap();
    await expect.poll(() => moves).toEqual(moved.flatMap((each) => each.moves));
    await expect.poll(pending).toEqual([]);
  });

  test('a page that moves twice in one round is led to from both addresses', async () => {
    const { follower, moves, has } = aLiveSite([]);
    follower.onChange(slugged('a', 'a'));
    await expect.poll(() => has('/benefits/a/')).toBe(true);
    for (const slug of ['b', 'c']) follower.onChange(slugged('a', slug));
    follower.onChange(slugged('a', 'd'));
    await expect.poll(() => has('/benefits/d/')).toBe(true);
    await expect
      .poll(() => [...new Set(moves.map(({ from }) => from))].toSorted())
      .toEqual(['/benefits/a/', '/benefits/b/', '/benefits/c/']);
  });

  test('does not bring back to the disk what was erased while a redirect was awaited', async () => {
    const { store, follower, site, moves, noted, remembered } = aLiveSite([]);
    const { promise, resolve } = Promise.withResolvers<void>();
    store.led = promise;
    const slug = { _type: 'slug' as const, current: 'b' };
    for (const id of ['kept', 'erased']) {
      follower.onChange({ id, doc: aComment(id, 'article-a') });
    }
    follower.onChange({ id: 'article-a', doc: anArticle('a') });
    await expect.poll(() => noted.toSorted()).toEqual(['article-a', 'erased', 'kept']);
    // The first is published alone, and what comes meanwhile together.
    follower.onChange({ id: 'article-c', doc: anArticle('c') });
    follower.onChange({ id: 'erased', doc: aComment('erased', 'article-a', { name: 'Bo' }) });
    follower.onChange({ id: 'kept', doc: undefined });
    follower.onChange({ id: 'article-a', doc: anArticle('a', { slug }) });
    await expect.poll(() => moves).toHaveLength(1);
    await expect.poll(() => remembered.get('kept')).toBeUndefined();
    follower.onChange({ id: 'erased', doc: undefined });
    await expect.poll(() => remembered.get('erased')).toBeUndefined();
    resolve();
    await expect.poll(() => remembered.get('article-a')).toMatchObject({ slug });
    expect(remembered.get('erased')).toBeUndefined();
    expect(site.failures.size).toBe(0);
  });

  test('notes what was erased once the pages that could not be made are', async () => {
    const { follower, site, remembered } = aLiveSite([]);
    follower.onChange({ id: 'article-a', doc: anArticle('a') });
    follower.onChange({ id: 'remark', doc: aComment('remark', 'article-a') });
    await expect.poll(() => remembered.get('remark')).toBeDefined();
    follower.onChange({ id: 'article-c', doc: anArticle('c') });
    follower.onChange({ id: 'article-a', doc: anArticle('a', { title: 'Broken' }) });
    follower.onChange({ id: 'remark', doc: undefined });
    await expect.poll(() => site.failures.size).toBeGreaterThan(0);
    expect(remembered.get('remark')).toBeDefined();
    follower.onChange({ id: 'article-a', doc: anArticle('a') });
    await expect.poll(() => remembered.get('remark')).toBeUndefined();
  });

  test('catches up after a gap: what came and what went', async () => {
    const { store, follower, site, has } = aLiveSite([anArticle('missed')]);
    follower.onGap();
    await expect.poll(() => has('/benefits/missed/')).toBe(true);
    store.documents = [...frame];
    follower.onGap();
    await expect.poll(() => has('/benefits/missed/')).toBe(false);
    await expect.poll(() => site.isCurrent()).toBe(true);
  });

  test('keeps the last good version of what no page can show any more, but not of a comment', async () => {
    const comment = aComment('remark', 'article-b');
    const { store, rejected, follower, site, noted, has, dir } = aLiveSite([
      anArticle('a'),
      anArticle('b'),
      comment,
    ]);
    follower.onGap();
    await expect.poll(() => has('/benefits/b/')).toBe(true);
    const changed = ['a', 'b'].map((stem) => anArticle(stem, { title: 'Changed', _rev: 'r2' }));
    store.documents = [...frame, ...changed, { ...comment, _rev: 'r2' }];
    for (const [id, type] of [
      ['article-b', 'article'],
      ['remark', 'comment'],
    ] as const) {
      rejected.set(id, { id, type, problems: ['its field title is missing'] });
    }
    noted.length = 0;
    follower.onGap();
    await expect.poll(() => textOf(dir, 'a')).toBe('old code: Changed');
    expect(textOf(dir, 'b')).toBe('old code: Title of b');
    expect(noted.toSorted()).toEqual(['article-a', 'remark']);
    follower.onChange({ id: 'article-b', doc: undefined });
    await expect.poll(() => site.isCurrent()).toBe(true);
    expect(has('/benefits/b/')).toBe(true);

    rejected.clear();
    follower.onChange({ id: 'article-b', doc: undefined });
    await expect.poll(() => has('/benefits/b/')).toBe(false);
  });

  test('what the stream tells while the store is read wins over what was read', async () => {
    const { follower, site, has } = aLiveSite([anArticle('gone')]);
    follower.onGap();
    follower.onChange({ id: 'article-gone', doc: undefined });
    await expect.poll(() => site.isCurrent()).toBe(true);
    expect(has('/benefits/gone/')).toBe(false);
  });

  test('tries again while the store is away', async () => {
    const { store, follower, site, errors, has } = aLiveSite([anArticle('missed')]);
    store.away = true;
    follower.onGap();
    await expect.poll(() => errors.length).toBeGreaterThan(0);
    expect(site.isCurrent()).toBe(false);
    store.away = false;
    await expect.poll(() => has('/benefits/missed/'), { timeout: 5000 }).toBe(true);
  });

  test('follows anew and reads anew when both break at once', async () => {
    const { store, follower, followers, site } = aLiveSite([]);
    store.away = true;
    follower.onError(new Error('gone'));
    follower.onGap();
    await expect.poll(() => followers.length, { timeout: 5000 }).toBe(2);
    store.away = false;
    followers[1]?.onGap();
    await expect.poll(() => site.isCurrent(), { timeout: 5000 }).toBe(true);
  });

  test('follows anew when the stream breaks for good', async () => {
    const { follower, followers } = aLiveSite([]);
    follower.onError(new Error('gone'));
    await expect.poll(() => followers.length, { timeout: 5000 }).toBe(2);
  });
});

function slugged(stem: string, current: string) {
  return { id: `article-${stem}`, doc: anArticle(stem, { slug: { _type: 'slug', current } }) };
}

function titled(stem: string, title: string) {
  return { id: `article-${stem}`, doc: anArticle(stem, { title }) };
}

/** What the page of an article says, where it has one. */
function textOf(dir: string, stem: string): string | undefined {
  const file = fileOf(dir, `/benefits/${stem}/`);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}

/** A site with one article, and everything made anew from other code while `meanwhile` happens. */
async function replaced(meanwhile: (live: ReturnType<typeof aLiveSite>) => Promise<void>) {
  const live = aLiveSite([]);
  live.follower.onGap();
  live.follower.onChange(titled('a', 'First'));
  await expect.poll(() => live.has('/benefits/a/')).toBe(true);
  const next: Replacement = {
    site: aCompiledSite('new code'),
    dir: temporaryFolder(),
    failed: [],
  };
  const served: Replacement[] = [];
  const replacing = live.site.replace(
    async (documents, at) => {
      const catalogue = new Catalogue(documents, at);
      await writePaths({ ...next, catalogue }, ['/', '/benefits/a/']);
      await meanwhile(live);
      return next;
    },
    (replacement) => served.push(replacement),
  );
  return {
    ...live,
    served,
    replacing,
    isOld: () => textOf(live.dir, 'a')?.startsWith('old code'),
    before: (stem: string) => textOf(live.dir, stem),
    after: (stem: string) => textOf(next.dir, stem),
  };
}

describe('replace', () => {
  test('what is published meanwhile is in both folders, and what comes later in the new one', async () => {
    const { follower, served, replacing, before, after } = await replaced(async (live) => {
      live.follower.onChange(titled('a', 'Second'));
      live.follower.onChange(titled('new', 'New'));
      await expect.poll(() => live.site.isCurrent()).toBe(true);
    });
    await replacing;
    expect([before('a'), before('new')]).toEqual(['old code: Second', 'old code: New']);
    expect([after('a'), after('new')]).toEqual(['new code: Second', 'new code: New']);
    expect(served).toHaveLength(1);
    follower.onChange(titled('a', 'Third'));
    await expect.poll(() => after('a')).toBe('new code: Third');
    expect(before('a')).toBe('old code: Second');
  });

  test('what is taken away meanwhile is in neither', async () => {
    const { replacing, before, after } = await replaced(async (live) => {
      live.follower.onChange({ id: 'article-a', doc: undefined });
      await expect.poll(() => live.has('/benefits/a/')).toBe(false);
    });
    await replacing;
    expect([before('a'), after('a')]).toEqual([undefined, undefined]);
  });

  test('what is told of in the very last moment comes after', async () => {
    const { replacing, after } = await replaced(async (live) => {
      live.follower.onChange(titled('a', 'Second'));
    });
    await replacing;
    await expect.poll(() => after('a')).toBe('new code: Second');
  });

  test('a page that fails meanwhile keeps its last good version, and is reported', async () => {
    const { site, served, replacing, after } = await replaced(async (live) => {
      live.follower.onChange(titled('broken', 'B'));
      await expect.poll(() => live.has('/benefits/broken/')).toBe(true);
    });
    await replacing;
    expect(after('broken')).toBe('old code: B');
    expect([...site.failures.keys()]).toEqual(['/benefits/broken/']);
    expect(served[0]?.failed).toHaveLength(1);
  });

  test('pages that fail for one reason are told in one line', async () => {
    const { errors, replacing } = await replaced(async (live) => {
      for (const stem of ['broken', 'broken-too']) live.follower.onChange(titled(stem, 'B'));
      await expect.poll(() => live.has('/benefits/broken-too/')).toBe(true);
    });
    await replacing;
    expect(errors).toEqual([
      '/benefits/broken/, /benefits/broken-too/ could not be made, and readers see the last good version: No such word.',
    ]);
  });

  test('when it fails all stays as it was', async () => {
    const { follower, served, replacing, before } = await replaced(async () => {
      throw new Error('No space left.');
    });
    await expect(replacing).rejects.toThrow('No space left.');
    expect(served).toEqual([]);
    follower.onChange(titled('a', 'Second'));
    await expect.poll(() => before('a')).toBe('old code: Second');
  });

  test('a site that stops is not replaced', async () => {
    const { served, replacing, isOld } = await replaced(async (live) => live.site.stop());
    await expect(replacing).rejects.toThrow('stopped');
    expect(served).toEqual([]);
    expect(isOld()).toBe(true);
  });
});
