import { describe, expect, onTestFinished, test } from 'vitest';
import { anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import type { Follower } from '../cms/documents-source.ts';
import { followStore } from './follow-store.ts';

/** A store whose stream says nothing by itself, looked at every few milliseconds. */
function aQuietStore(stored: readonly Doc[], known: readonly Doc[]) {
  const store = { documents: [...stored], looks: 0, opened: 0 };
  const told: string[] = [];
  const errors: string[] = [];
  const rejected = new Map<string, { id: string; type: string; problems: readonly string[] }>();
  let follower: Follower | undefined;
  const following = followStore({
    source: {
      fetchRevisions: async () => new Map(store.documents.map(({ _id, _rev }) => [_id, _rev])),
      fetchSome: async (ids) =>
        store.documents.filter(({ _id }) => ids.includes(_id) && !rejected.has(_id)),
      fetchPulse: async () => {
        store.looks += 1;
        return { count: store.documents.length, newest: store.documents.at(-1) ?? null };
      },
      follow: (opened) => {
        follower = opened;
        store.opened += 1;
        queueMicrotask(() => opened.onGap());
        return { stop: () => undefined };
      },
      rejected,
    },
    catalogue: new Catalogue(known, new Date('2026-06-01T00:00:00Z')),
    onChanges: (changes) => told.push(...changes.map(({ id }) => id)),
    isWorking: () => false,
    onError: (message) => errors.push(message),
    pulseMs: 5,
  });
  onTestFinished(() => following.stop());
  const severalLooks = async (): Promise<void> => {
    const { looks } = store;
    await expect.poll(() => store.looks).toBeGreaterThan(looks + 4);
  };
  return { store, told, errors, rejected, severalLooks, tell: () => follower };
}

describe('followStore', () => {
  test('lets a stream be that has told everything', async () => {
    const documents = [theSettings(), anArticle('a')];
    const { store, errors, severalLooks } = aQuietStore(documents, documents);
    await severalLooks();
    expect(store.opened).toBe(1);
    expect(errors).toEqual([]);
  });

  test.for<{ what: string; documents: readonly Doc[]; missed: string }>([
    {
      what: 'changed',
      documents: [theSettings(), anArticle('a', { _rev: 'r2' })],
      missed: 'article-a',
    },
    { what: 'went', documents: [theSettings()], missed: 'article-a' },
  ])('opens a stream anew that does not tell what $what', async ({ documents, missed }) => {
    const known = [theSettings(), anArticle('a')];
    const { store, told, errors, severalLooks } = aQuietStore(known, known);
    await severalLooks();
    store.documents = [...documents];
    await expect.poll(() => told).toContain(missed);
    expect(store.opened).toBeGreaterThan(1);
    expect(errors[0]).toMatch('its stream does not tell');
  });

  test('knows what it left out', async () => {
    const known = [theSettings()];
    const { store, rejected, severalLooks } = aQuietStore(known, known);
    rejected.set('article-a', { id: 'article-a', type: 'article', problems: [] });
    store.documents = [...known, anArticle('a')];
    await severalLooks();
    expect(store.opened).toBe(1);
  });
});
