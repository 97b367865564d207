import { basename } from 'node:path';
import type { Catalogue, Doc } from '../cms/catalogue.ts';
import { messageOf } from '../message-of.ts';
import { isPicturePath } from '../pictures/picture-cache.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { describeFailures } from './failure-groups.ts';
import { keepPage } from './files.ts';
import { generateApart } from './generate-apart.ts';
import type { LiveSite, Replacement } from './live-site.ts';
import { madeFrom, type OpenSiteOptions } from './open-site.ts';

export interface RenewSiteOptions extends Omit<OpenSiteOptions, 'source'> {
  readonly catalogue: Catalogue;
  readonly live: Pick<LiveSite, 'failures' | 'replace'>;
  readonly signal: AbortSignal;
  /** Told, between two rounds of publishing, that another folder is served. It must not throw. */
  readonly onServed: (next: Replacement) => void;
}

/**
 * Goes over to other compiled pages while the site is served and published: everything is written
 * into another folder, which is then served.
 *
 * A page that could be made before and cannot be made now keeps all readers where they are.
 *
 * @param compiled what `compileSite` returned
 * @throws Error when the pages cannot be made, or `signal` ends it; nothing of it stays
 */
export async function renewSite(compiled: string, options: RenewSiteOptions): Promise<void> {
  const { releases, live, signal, onServed, onProgress, log } = options;
  const served = releases.current() ?? '';
  const dir = await releases.prepare();
  const make = async (documents: readonly Doc[], now: Date): Promise<Replacement> => {
    // One: readers and publishing need a processor too.
    const task = { compiled, documents, now, dir, processes: 1, onProgress, signal };
    const { files, failed } = await generateApart(task);
    const broken = failed.filter(({ path }) => !live.failures.has(path) && !isPicturePath(path));
    if (broken.length > 0) throw new Error(describeFailures(broken, false).join('; '));
    for (const { path } of failed) keepPage(served, dir, path);
    log(`Wrote ${files - failed.length} of ${files} files`);
    return { site: await loadCompiledSite(compiled), dir, failed };
  };
  try {
    await live.replace(make, (next) => {
      signal.throwIfAborted();
      releases.activate(dir);
      remember(compiled, basename(served), next, options);
      onServed(next);
    });
  } catch (error) {
    onProgress(0, 0);
    if (releases.current() !== dir) await releases.discard(dir);
    throw error;
  }
}

/** The next start goes on from here; where pages are missing it writes everything anew instead. */
function remember(
  compiled: string,
  from: string,
  { dir, failed }: Replacement,
  options: RenewSiteOptions,
): void {
  if (failed.length > 0) return;
  const { snapshot, catalogue, log } = options;
  const to = { made: madeFrom(compiled, options), release: basename(dir) };
  try {
    if (snapshot.move(from, to)) return;
    snapshot.replace({ ...to, documents: [...catalogue.documents()], now: catalogue.now });
  } catch (error) {
    log(`The next start will write everything anew: ${messageOf(error)}`);
  }
}
