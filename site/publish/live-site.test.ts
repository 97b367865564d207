import { existsSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import type { DocumentSource, Follower } from '../cms/documents-source.ts';
import { anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { fileOf } from './files.ts';
import { startLiveSite } from './live-site.ts';
import type { Move } from './moved.ts';

const now = new Date('2026-06-01T00:00:00Z');
const frame: readonly Doc[] = [theSettings(), thePublisher()];

function aLiveSite(stored: readonly Doc[]) {
  const store = { documents: [...frame, ...stored], away: false };
  const followers: Follower[] = [];
  const source: DocumentSource = {
    fetchAll: async () => {
      if (store.away) throw new Error('the store is away');
      return store.documents;
    },
    follow: (follower) => {
      followers.push(follower);
      return { stop: () => undefined };
    },
  };
  const dir = temporaryFolder();
  const catalogue = new Catalogue(frame, now);
  const errors: string[] = [];
  const moves: Move[] = [];
  const noted: string[] = [];
  const site = startLiveSite({
    source,
    catalogue,
    dir,
    now: () => now,
    onMoved: (pages) => moves.push(...pages),
    snapshot: { note: (changes) => noted.push(...changes.map(({ id }) => id)) },
    onError: (message) => errors.push(message),
    site: {
      installCatalogue: () => undefined,
      render: async (path) => {
        const slug = path.split('/')[2] ?? '';
        const missing = slug !== '' && catalogue.article('benefits', slug) === undefined;
        return new Response('page', { status: missing ? 404 : 200 });
      },
    },
  });
  onTestFinished(() => site.stop());
  const [follower] = followers;
  if (follower === undefined) throw new Error('Nobody follows the store.');
  const has = (path: string): boolean => existsSync(fileOf(dir, path));
  return { store, follower, followers, site, errors, moves, noted, has };
}

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

  test('catches up after a gap: what came and what went', async () => {
    const { store, follower, site, has } = aLiveSite([anArticle('missed')]);
    follower.onGap();
    await expect.poll(() => has('/benefits/missed/')).toBe(true);
    store.documents = [...frame];
    follower.onGap();
    await expect.poll(() => has('/benefits/missed/')).toBe(false);
    await expect.poll(() => site.isCurrent()).toBe(true);
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
