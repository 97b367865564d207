import { createHash } from 'node:crypto';
import { glob, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'vite';

import { compressFiles } from './compress-files.ts';
import { stayHome } from './stay-home.ts';

const SOURCES = import.meta.dirname;
const LOCK = path.join(SOURCES, '..', 'package-lock.json');
// A dot file: the server never hands it out.
const STAMP = '.sources';

/** One hash over all that the build depends on: the Studio's sources and the lock file. */
async function hashSources(): Promise<string> {
  const files: string[] = [];
  for await (const file of glob('**/*.{ts,tsx,html,svg}', { cwd: SOURCES })) files.push(file);
  const hash = createHash('sha256').update(await readFile(LOCK));
  for (const file of files.filter((name) => !name.endsWith('.test.ts')).toSorted()) {
    hash.update(`\0${file}\0`).update(await readFile(path.join(SOURCES, file)));
  }
  return hash.digest('hex');
}

async function readStamp(outDir: string): Promise<string | undefined> {
  return readFile(path.join(outDir, STAMP), 'utf8').catch(() => undefined);
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: SOURCES,
    logLevel: 'error',
    plugins: [stayHome()],
    define: {
      __SANITY_STAGING__: 'false',
      __SANITY_BUILD_TIMESTAMP__: '0',
      'process.env.SC_DISABLE_SPEEDY': '"false"',
      'process.env.PKG_BUILD_VERSION': 'undefined',
      'process.env.MODE': '"production"',
    },
    resolve: { dedupe: ['react', 'react-dom', 'sanity', 'styled-components'] },
    build: {
      outDir,
      emptyOutDir: true,
      // Browsers that know light-dark(): an older target would make the styles ignore the Studio's own theme switch.
      target: ['chrome125', 'firefox126', 'safari18'],
      reportCompressedSize: false,
      chunkSizeWarningLimit: 10_000,
      rolldownOptions: {
        input: [path.join(SOURCES, 'index.html'), path.join(SOURCES, 'sign-in.html')],
        // Each icon is a module: without this the first page asks for a hundred tiny files.
        output: {
          codeSplitting: { groups: [{ name: 'icons', test: /node_modules\/@sanity\/icons\// }] },
        },
      },
    },
  });
}

/**
 * Builds the Studio into `outDir` and returns whether it had to: unchanged sources are not built again.
 *
 * The new build is made beside `outDir` and takes its place at the end, so a broken one leaves the last good one.
 */
export async function buildStudio({
  outDir: folder,
  log = () => {},
}: {
  readonly outDir: string;
  readonly log?: (line: string) => void;
}): Promise<boolean> {
  // Vite would take a relative folder to be inside the Studio's own.
  const outDir = path.resolve(folder);
  const stamp = await hashSources();
  if ((await readStamp(outDir)) === stamp) {
    log('The Studio is built already.');
    return false;
  }
  log('Building the Studio. This takes a moment, and only when it has changed…');
  const started = performance.now();
  const fresh = `${outDir}.new`;
  await bundle(fresh);
  await compressFiles(fresh);
  await writeFile(path.join(fresh, STAMP), stamp);
  await rm(outDir, { recursive: true, force: true });
  await rename(fresh, outDir);
  log(`Built the Studio in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
  return true;
}
