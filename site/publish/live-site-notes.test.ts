import { describe, expect, test } from 'vitest';
import { aComment, anArticle } from '../../tests/fixtures/documents.ts';
import { redirectAt } from '../cms/all-addresses.ts';
import { aLiveSite } from './live-site.fixture.ts';

describe('what startLiveSite notes for the next start', () => {
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

  test('brings nothing back that went while other pages could not be made', async () => {
    const { follower, site, noted, remembered } = aLiveSite([]);
    for (const stem of ['a', 'c']) {
      follower.onChange({ id: `article-${stem}`, doc: anArticle(stem) });
    }
    await expect.poll(() => noted.toSorted()).toEqual(['article-a', 'article-c']);
    follower.onChanges([
      { id: 'article-a', doc: anArticle('a', { title: 'Broken' }) },
      { id: 'article-c', doc: anArticle('c', { title: 'Second' }) },
    ]);
    await expect.poll(() => site.failures.size).toBeGreaterThan(0);
    follower.onChange({ id: 'article-c', doc: undefined });
    await expect.poll(() => remembered.get('article-c')).toBeUndefined();
    follower.onChange({ id: 'article-a', doc: anArticle('a') });
    await expect.poll(() => site.failures.size).toBe(0);
    await expect.poll(() => noted.at(-1)).toBe('article-a');
    expect(remembered.get('article-c')).toBeUndefined();
  });
});

function slugged(stem: string, current: string) {
  return { id: `article-${stem}`, doc: anArticle(stem, { slug: { _type: 'slug', current } }) };
}
