import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
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
