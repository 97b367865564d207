import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Where the sources are, from the root. */
export const SOURCE_FOLDERS = ['site', 'content/pages'] as const;
/** The sources that lie in the root itself. */
export const SOURCE_FILES = ['astro.config.mjs', 'package-lock.json'] as const;

/** What the site is made from: the text of each file, by its name from the root. */
export type Sources = ReadonlyMap<string, string>;

const NOT_RUN = /\.(?:test|fixture)\.ts$/;
/** Folders whose files make no pages, but for those that something else names. */
const BEHIND_PAGES = /^site\/(?:server\.ts$|(?:comments|mail|privacy|publish|search|serve)\/)/;
/** These make the pages of what the other folders say. */
const MAKERS = ['site/publish/compile-process.ts', 'site/publish/generate.ts'];

export function readSources(): Sources {
  const folders = SOURCE_FOLDERS.map((folder) => `${folder}/**/*`);
  const names = globSync([...folders, ...SOURCE_FILES], { cwd: ROOT }).toSorted();
  const sources = new Map<string, string>();
  for (const name of names) {
    const file = join(ROOT, name);
    if (NOT_RUN.test(name)) continue;
    const text = readIfFile(file);
    if (text !== undefined) sources.set(name, text);
  }
  return sources;
}

/** Undefined for what is no file, cannot be read, or has gone: the compiler says what it misses. */
function readIfFile(file: string): string | undefined {
  try {
    // As bytes would be: a picture is no text, and only compared.
    return statSync(file).isFile() ? readFileSync(file, 'latin1') : undefined;
  } catch {
    return undefined;
  }
}

/** One hash over all that the pages are made from: another hash means other pages. */
export function hashOfPages(sources: Sources): string {
  const plain = [...sources.keys()].filter((name) => !BEHIND_PAGES.test(name));
  const needed = namedFrom(sources, [...plain, ...MAKERS]);
  const hash = createHash('sha256');
  for (const [name, text] of sources) {
    if (needed.has(name)) hash.update(name).update('\0').update(text, 'latin1').update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/** The files that the running server has read: a change of one needs a restart. */
export function serverFiles(sources: Sources): ReadonlySet<string> {
  return namedFrom(sources, ['site/server.ts', 'package-lock.json']);
}

/** These files, those that they name, those that these name, and so on. */
function namedFrom(sources: Sources, names: Iterable<string>): ReadonlySet<string> {
  const found = new Set<string>();
  const open = [...names];
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    const text = sources.get(name);
    if (text === undefined || found.has(name)) continue;
    found.add(name);
    open.push(...namesIn(text, posix.dirname(name)));
  }
  return found;
}

const OF_TYPES = /\b(?:import|export) type [^;]*;/g;
const RELATIVE = /['"`](\.{1,2}\/[^'"`\s?]+)/g;

/** Every relative name in quotes: an import, a worker's script, a style sheet. One too many does no harm. */
function namesIn(text: string, folder: string): readonly string[] {
  const found = text.replaceAll(OF_TYPES, '').matchAll(RELATIVE);
  return [...found].map(([, name = '']) => posix.join(folder, name));
}
