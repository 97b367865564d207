import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { removeSiblings } from '../publish/siblings.ts';

/** Names the files of an index; whoever has read it finds them all. */
const ENTRY = 'pagefind-entry.json';
/** Named after their content. */
const CONTENT = /^(?:(?:index|fragment|filter)\/.*|.*\.pf_meta)$/;
/** The same for every index of this version. Pagefind's own interface, which we do not use, stays behind. */
const CODE = ['pagefind.js', 'pagefind-worker.js', 'wasm.en.pagefind'];

export interface InstallOptions {
  /** What Pagefind wrote. */
  readonly from: string;
  /** Where readers find it, on the same disk. */
  readonly to: string;
  /** Whether readers load the code from here too. */
  readonly withCode: boolean;
  readonly now: Date;
}

/**
 * Puts an index in place of another so that readers always find one whole.
 *
 * Files that are named after their content come first, the file that names them last. Those of the
 * index before stay until the next time, for readers who have it open.
 */
export function installIndex({ from, to, withCode, now }: InstallOptions): void {
  const written = filesIn(from);
  const names = written.filter((name) => CONTENT.test(name));
  // An index of nothing has no language, and so no code for one.
  const code = withCode ? CODE.filter((name) => written.includes(name)) : [];
  const before = statSync(join(to, ENTRY), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  for (const name of [...names, ...code, ENTRY]) {
    const target = join(to, name);
    mkdirSync(dirname(target), { recursive: true });
    // One time for the whole index: what is older than the entry is of an index before.
    utimesSync(join(from, name), now, now);
    removeSiblings(target);
    renameSync(join(from, name), target);
  }
  for (const name of filesIn(to)) {
    const file = join(to, name);
    if (!CONTENT.test(name) || statSync(file).mtimeMs >= before) continue;
    removeSiblings(file);
    rmSync(file);
  }
}

function filesIn(dir: string): readonly string[] {
  if (!existsSync(dir)) return [];
  // The folders of other parts have numbers for names.
  return ['.', 'index', 'fragment', 'filter'].flatMap((folder) =>
    existsSync(join(dir, folder))
      ? readdirSync(join(dir, folder), { withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map(({ name }) => (folder === '.' ? name : `${folder}/${name}`))
      : [],
  );
}
