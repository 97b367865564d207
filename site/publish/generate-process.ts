import { once } from 'node:events';
import { allPaths } from '../cms/all-addresses.ts';
import { Catalogue } from '../cms/catalogue.ts';
import { loadCompiledSite } from './compiled-site.ts';
import { readDocuments } from './documents-file.ts';
import type { ApartAnswer, Share } from './generate-apart.ts';
import { writeSome } from './generate.ts';

// What generate-apart.ts starts: writes its share of the files of a site. It is ended from outside.
const [compiled = '', file = '', dir = '', now = ''] = process.argv.slice(2);

// Whoever asked for it has gone; Ctrl-C is told to them as well.
process.once('disconnect', () => process.exit(1));
process.on('SIGINT', () => undefined);

const catalogue = new Catalogue(readDocuments(file), new Date(now));
const paths = [...allPaths(catalogue)];
const site = await loadCompiledSite(compiled);

const tell = (answer: ApartAnswer): void => void process.send?.(answer);
const ask = async (): Promise<Share> => {
  tell({ all: paths.length });
  const [share]: Share[] = await once(process, 'message');
  return share ?? { from: 0, to: 0 };
};

// Always a share ahead, so that none is waited for.
for (let coming = ask(); ;) {
  const { from, to } = await coming;
  if (from === to) break;
  coming = ask();
  const failed = await writeSome({ site, catalogue, dir }, paths.slice(from, to));
  tell({ written: to - from, failed: [...failed], maxRSS: process.resourceUsage().maxRSS });
}
