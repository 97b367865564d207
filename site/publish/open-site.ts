import { resolve } from 'node:path';
import { Catalogue } from '../cms/catalogue.ts';
import type { DocumentSource } from '../cms/documents-source.ts';
import { compileSite } from './compile.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { generateSite } from './generate.ts';
import type { PublisherOptions } from './publisher.ts';
import type { Releases } from './releases.ts';

export interface OpenSiteOptions {
  readonly source: DocumentSource;
  /** Where compiled sites are kept. */
  readonly compiledDir: string;
  readonly releases: Releases;
  readonly now: () => Date;
  readonly log: (line: string) => void;
}

/** Compiles the pages, reads the store, writes every page, and begins to serve them. */
export async function openSite(options: OpenSiteOptions): Promise<PublisherOptions> {
  const { source, releases, log } = options;
  log('Compiling the pages, where they have changed');
  const compiled = await compileSite(resolve(options.compiledDir));
  log('Reading the store');
  const documents = await source.fetchAll();
  const now = options.now();
  const catalogue = new Catalogue(documents, now);
  const dir = releases.prepare();
  const threads = documents.length > MANY_DOCUMENTS ? 2 : 1;
  const { files, failed } = await generateSite({ compiled, documents, now, dir, threads });
  for (const { path, message } of failed) log(`${path} could not be made: ${message}`);
  releases.activate(dir);
  log(`Wrote ${files} files`);
  return { site: await loadCompiledSite(compiled), catalogue, dir };
}

/** From here on a second thread is worth its start. */
const MANY_DOCUMENTS = 2000;
