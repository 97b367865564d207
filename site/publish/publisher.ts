import { existsSync } from 'node:fs';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { isTaken } from '../cms/all-addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import type { DocumentChange } from '../cms/documents-source.ts';
import type { Move } from '../cms/led-addresses.ts';
import { messageOf } from '../message-of.ts';
import { isPicturePath } from '../pictures/picture-cache.ts';
import type { CompiledSite } from './compiled-site.ts';
import { fileOf, removePage, writePage } from './files.ts';
import { addressesOfPage, movesBetween } from './moved.ts';
import { renderPath } from './render.ts';
import { NOT_SHOWN, pathsBetween, showingOf } from './touched.ts';
import { watchComments } from './touched-comments.ts';

/** What publishing some changes did. */
export interface Publication {
  readonly written: readonly string[];
  /** Addresses whose file was right already. */
  readonly kept: readonly string[];
  readonly removed: readonly string[];
  /** Addresses that the site does not have (any more). */
  readonly missing: readonly string[];
  readonly failed: readonly Failure[];
}

/** What publishing changes of documents did. */
export interface PublishedChanges extends Publication {
  /** Pages that have a new address: who asks for the old one is led there. */
  readonly moves: readonly Move[];
}

/** A page that could not be made; the file it had before stays. */
export interface Failure {
  readonly path: string;
  readonly message: string;
}

export interface PublisherOptions {
  readonly site: CompiledSite;
  readonly catalogue: Catalogue;
  /** The folder of the site's files. */
  readonly dir: string;
}

/**
 * Applies changes to the catalogue and brings every page they touch up to date on the disk.
 *
 * @param now pages whose time has come by then are published along
 */
export async function publishChanges(
  options: PublisherOptions,
  changes: readonly DocumentChange[],
  now: Date,
): Promise<PublishedChanges> {
  const { catalogue } = options;
  const { paths, moves } = applyChanges(catalogue, changes, now);
  catalogue.lead(moves, (path) => isTaken(catalogue, path));
  for (const { from } of moves) {
    // Last: by then there is where it leads.
    paths.delete(from);
    paths.add(from);
  }
  return { ...(await writePaths(options, paths)), moves };
}

/** Changes the catalogue and tells which addresses that touches, and which pages have moved. */
function applyChanges(
  catalogue: Catalogue,
  changes: readonly DocumentChange[],
  now: Date,
): { readonly paths: Set<string>; readonly moves: readonly Move[] } {
  const paths = new Set<string>();
  /** Where each page stood before, and in between: one may have moved twice. */
  const stood = new Map(changes.map(({ id }) => [id, [addressesOfPage(catalogue, id)]]));
  const comments = watchComments(catalogue);
  for (const { id, doc } of changes) {
    comments.expect(catalogue.get(id), doc);
    const before = showingOf(catalogue, id);
    if (doc === undefined) catalogue.remove(id);
    else catalogue.put(doc);
    addAll(paths, pathsBetween(catalogue, before, showingOf(catalogue, id)));
    stood.get(id)?.push(addressesOfPage(catalogue, id));
  }
  const turning = catalogue.turningBy(now);
  comments.expect(...turning);
  const appearing = turning.filter(({ _id }) => catalogue.get(_id) === undefined);
  catalogue.now = now;
  for (const { _id } of appearing) {
    addAll(paths, pathsBetween(catalogue, NOT_SHOWN, showingOf(catalogue, _id)));
  }
  addAll(paths, comments.changed());
  const moves = [...stood].flatMap(([id, places]) => {
    const after = addressesOfPage(catalogue, id);
    return places.flatMap((before) => movesBetween(before, after));
  });
  return { paths, moves };
}

function addAll(set: Set<string>, more: Iterable<string>): void {
  for (const each of more) set.add(each);
}

/** For how many milliseconds readers wait at most while pages are written. */
const TURN_MS = 8;

/**
 * Renders addresses and writes what changed, pictures before the pages that show them; an address that
 * answers 404 loses its file.
 */
export async function writePaths(
  { site, catalogue, dir }: PublisherOptions,
  paths: Iterable<string>,
): Promise<Publication> {
  site.installCatalogue(catalogue);
  const written: string[] = [];
  const kept: string[] = [];
  const removed: string[] = [];
  const missing: string[] = [];
  const failed: Failure[] = [];
  let turn = performance.now();
  const ordered = [...paths].toSorted(
    (one, other) => Number(isPicturePath(other)) - Number(isPicturePath(one)),
  );
  for (const path of ordered) {
    if (performance.now() - turn > TURN_MS) {
      await nextTurn();
      turn = performance.now();
    }
    // Pictures are named after what they show: one that is there is right.
    if (isPicturePath(path) && existsSync(fileOf(dir, path))) {
      kept.push(path);
      continue;
    }
    try {
      // One after the other: the first page is on the disk before the second is begun.
      const bytes = await renderPath(site, path);
      if (bytes === undefined) {
        missing.push(path);
        if (removePage(dir, path)) removed.push(path);
      } else {
        (writePage(dir, path, bytes) ? written : kept).push(path);
      }
    } catch (error) {
      failed.push({ path, message: messageOf(error) });
    }
  }
  return { written, kept, removed, missing, failed };
}
