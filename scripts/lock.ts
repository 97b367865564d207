import { readFile, writeFile } from 'node:fs/promises';
import { z } from 'zod';

const entrySchema = z.looseObject({
  version: z.string().optional(),
  integrity: z.string().optional(),
  dev: z.boolean().optional(),
  optional: z.boolean().optional(),
  peer: z.boolean().optional(),
  optionalDependencies: z.record(z.string(), z.string()).optional(),
});
const lockSchema = z.looseObject({ packages: z.record(z.string(), entrySchema) });

type Entry = z.infer<typeof entrySchema>;
type Lock = z.infer<typeof lockSchema>;
type Platform = { cpu: string[]; libc?: string[]; os?: string[] };

/** The processors that native packages name, spelt as npm spells them. */
const CPUS = new Set('arm arm64 ia32 loong64 ppc64 riscv64 s390x universal x64'.split(' '));
const LIBCS = new Map([
  ['gnu', 'glibc'],
  ['gnueabihf', 'glibc'],
  ['musl', 'musl'],
  ['musleabihf', 'musl'],
]);
const RANGE = /^[~^]/;
const TARGET =
  /(?<os>android|darwin|freebsd|linux|netbsd|openbsd|openharmony|sunos|win32|windows)-(?<cpu>[a-z0-9]+)(?:-(?<abi>[a-z]+))?$/;

/**
 * Reads the platform out of a native package's name:
 * `@oxfmt/binding-linux-x64-musl` -> `{ cpu: ['x64'], libc: ['musl'], os: ['linux'] }`.
 *
 * @throws Error when the name does not end in a platform
 */
export function parsePlatform(name: string): Platform {
  if (name.endsWith('-wasm32-wasi')) return { cpu: ['wasm32'] };
  const { os, cpu: processor = '', abi = '' } = TARGET.exec(name)?.groups ?? {};
  if (os === undefined || !CPUS.has(processor)) {
    throw new Error(
      `The lock file lacks the optional package ${name}, and its name does not say which platform it is for. ` +
        'Add its entry to package-lock.json by hand, or teach scripts/lock.ts to read the name.',
    );
  }
  const libc = os === 'linux' ? LIBCS.get(abi) : undefined;
  const target = { cpu: [processor], os: [os === 'windows' ? 'win32' : os] };
  return libc === undefined ? target : { ...target, libc: [libc] };
}

/** The entry that `name` resolves to from the package at `parent`, looking outwards as Node does. */
function resolve(packages: Record<string, Entry>, parent: string, name: string): Entry | undefined {
  const nested = `${parent === '' ? '' : `${parent}/`}node_modules/${name}`;
  const found = packages[nested];
  if (found !== undefined || parent === '') return found;
  const outer = parent.lastIndexOf('/node_modules/');
  return resolve(packages, outer === -1 ? '' : parent.slice(0, outer), name);
}

/** The lock as npm wrote it: without what an earlier run added, which is what has no checksum. */
export function withoutAdded(lock: Lock): Lock {
  const kept = Object.entries(lock.packages).filter(
    ([, entry]) => !(entry.optional === true && entry.integrity === undefined),
  );
  return { ...lock, packages: Object.fromEntries(kept) };
}

/**
 * The entries that `npm ci` wants and `npm install` left out: optional packages for other platforms
 * that the registry in use does not carry. Keys are paths in the lock, as npm writes them.
 */
export function missingEntries(lock: Lock): Record<string, Entry> {
  const added: Record<string, Entry> = {};
  for (const [parent, { dev, optionalDependencies = {}, peer }] of Object.entries(lock.packages)) {
    for (const [name, wanted] of Object.entries(optionalDependencies)) {
      const found = resolve({ ...lock.packages, ...added }, parent, name);
      // A range that finds anything was npm's own choice; native builds are wanted exactly.
      if (found !== undefined && (found.version === wanted || RANGE.test(wanted))) continue;
      // Another version is in the way further out: this one goes below the package that wants it.
      const path = `${found === undefined ? '' : `${parent}/`}node_modules/${name}`;
      const { cpu, libc, os } = parsePlatform(name);
      // In npm's order of keys, so that npm's next write changes nothing.
      added[path] = {
        version: wanted.replace(RANGE, ''),
        cpu,
        ...(dev && { dev }),
        ...(libc && { libc }),
        optional: true,
        ...(os && { os }),
        ...(peer && { peer }),
      };
    }
  }
  return added;
}

/** The lock with `entries` in it, in npm's order. */
export function withEntries(lock: Lock, entries: Record<string, Entry>): Lock {
  const packages = Object.entries({ ...lock.packages, ...entries });
  packages.sort(([a], [b]) => a.localeCompare(b, 'en'));
  return { ...lock, packages: Object.fromEntries(packages) };
}

/** Checks the shape and gives the very same object back: zod's own copy would reorder its keys. */
function isLock(value: unknown): value is Lock {
  return lockSchema.safeParse(value).success;
}

async function main(): Promise<void> {
  const path = new URL('../package-lock.json', import.meta.url);
  const lock: unknown = JSON.parse(await readFile(path, 'utf8'));
  if (!isLock(lock)) {
    throw new Error('package-lock.json has no "packages". Run npm install with npm 10 or newer.');
  }
  const written = withoutAdded(lock);
  const entries = missingEntries(written);
  await writeFile(path, `${JSON.stringify(withEntries(written, entries), null, 2)}\n`);
  process.stdout.write(`package-lock.json: ${Object.keys(entries).length} entries added.\n`);
}

if (import.meta.main) await main();
