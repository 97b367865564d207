import { existsSync } from 'node:fs';
import { onTestFinished } from 'vitest';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import type { DocumentChange, DocumentSource, Follower } from '../cms/documents-source.ts';
import type { Rejection } from '../cms/parse-document.ts';
import { thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import type { CompiledSite } from './compiled-site.ts';
import { fileOf } from './files.ts';
import { startLiveSite } from './live-site.ts';
import type { NotedMoves } from './snapshot.ts';
import type { Move } from '../cms/led-addresses.ts';

const now = new Date('2026-06-01T00:00:00Z');
/** What every publication has. */
export const frame: readonly Doc[] = [theSettings(), thePublisher()];

/** A live site of a store with these documents, which says nothing by itself. */
export function aLiveSite(stored: readonly Doc[], moved: readonly NotedMoves[] = []) {
  const store = { documents: [...frame, ...stored], away: false, led: Promise.resolve() };
  const rejected = new Map<string, Rejection>();
  const followers: Follower[] = [];
  const source: Omit<DocumentSource, 'fetchAll'> = {
    fetchRevisions: async () => {
      if (store.away) throw new Error('the store is away');
      return new Map(store.documents.map(({ _id, _rev }) => [_id, _rev]));
    },
    fetchSome: async (ids) =>
      store.documents.filter(({ _id }) => ids.includes(_id) && !rejected.has(_id)),
    fetchPulse: async () => ({ count: store.documents.length, newest: null }),
    rejected,
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
  const remembered = new Map<string, Doc | undefined>();
  let pending = moved;
  const site = startLiveSite({
    source,
    catalogue,
    dir,
    now: () => now,
    onMoved: (pages) => {
      moves.push(...pages);
      return store.led;
    },
    snapshot: {
      note: (changes) => {
        noted.push(...changes.map(({ id }) => id));
        for (const { id, doc } of changes) remembered.set(id, doc);
      },
      moves: () => [...pending],
      noteMoves: (some) => {
        const id = pending.length;
        pending = [...pending, { id, moves: some }];
        return id;
      },
      forgetMoves: (id) => {
        pending = pending.filter((each) => each.id !== id);
      },
    },
    onError: (message) => errors.push(message),
    site: aCompiledSite('old code'),
  });
  onTestFinished(() => site.stop());
  const [opened] = followers;
  if (opened === undefined) throw new Error('Nobody follows the store.');
  const follower = {
    ...opened,
    onChange: (change: DocumentChange) => opened.onChanges([change]),
  };
  const has = (path: string): boolean => existsSync(fileOf(dir, path));
  return {
    store,
    rejected,
    follower,
    followers,
    site,
    catalogue,
    errors,
    moves,
    noted,
    remembered,
    pending: () => pending,
    has,
    dir,
  };
}

/** Pages that say which code made them and what the article at their address is called. */
export function aCompiledSite(code: string): CompiledSite {
  let shown: Catalogue | undefined;
  return {
    installCatalogue: (catalogue) => {
      shown = catalogue;
    },
    render: async (path) => {
      const slug = path.split('/')[2] ?? '';
      const article = shown?.article('benefits', slug);
      const isBroken =
        (article?.title === 'Broken' && path.endsWith('/')) ||
        (slug.startsWith('broken') && code !== 'old code');
      if (isBroken) throw new Error('No such word.');
      const status = slug !== '' && article === undefined ? 404 : 200;
      return new Response(`${code}: ${article?.title ?? 'a list'}`, { status });
    },
  };
}
