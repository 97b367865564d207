import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Catalogue } from '../../site/cms/catalogue.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { fileOf } from '../../site/publish/files.ts';
import { generateSite } from '../../site/publish/generate.ts';
import type { Bench } from './bench.ts';
import { percentilesOf, type Percentiles } from './percentiles.ts';
import { addArticles, editArticles } from './publish/edits.ts';
import {
  startPublication,
  type RunningPublication,
  type SiteMemory,
} from './publish/running-site.ts';
import { createRandom } from './random.ts';
import { syntheticDocuments } from './synthetic-documents.ts';
import { syntheticAnswer } from './synthetic-text.ts';

const RUNS = 60;
const PATIENCE_MS = 10_000;
/** What memory grows from, for the growth with each article. */
const FEW_ARTICLES = 100;

/**
 * From a change to the files that show it, and the memory that the site takes. Milliseconds; MiB.
 *
 * `edit` and `newArticle` start when the catalogue is told and end when the last file is renamed, in
 * this process; `commitToFile` and `approveToFile` start when the lake has acknowledged the write, and
 * end when the file shows it, with a lake and a site in processes of their own. `rssMiB` is the site's
 * process at rest after its first start and those changes, `peakMiB` the most it had while it wrote
 * everything, `childrenMiB` the most that the processes it starts had: those of the search index.
 */
export const publish: Bench = async ({ articles, progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  try {
    progress('compiling');
    const compiled = await compileSite(join(dir, 'many/site/compiled'));
    const documents = syntheticDocuments(articles);
    progress('generating');
    const now = new Date();
    const site = join(dir, 'site');
    await generateSite({ compiled, documents, now, dir: site });
    const publisher = {
      site: await loadCompiledSite(compiled),
      catalogue: new Catalogue(documents, now),
      dir: site,
    };
    progress('editing');
    const { time: edit, files } = await editArticles(publisher, articles, RUNS);
    progress('adding articles');
    const newArticle = await addArticles(publisher, articles, RUNS);

    progress('starting a lake and a site, and waiting until the site is at rest');
    const publication = await startPublication(join(dir, 'many'), documents);
    try {
      await publication.settled();
      progress('following the lake');
      const commitToFile = await commitTitles(publication);
      progress('approving comments');
      const approveToFile = await approveComments(publication);
      const memory = await publication.settled();
      await publication.stop();
      progress(`measuring the memory of a site with ${FEW_ARTICLES} articles`);
      const few = await memoryWith(FEW_ARTICLES, join(dir, 'few'));
      return {
        runs: RUNS,
        articles,
        edit,
        newArticle,
        commitToFile,
        approveToFile,
        files,
        ...memory,
        ...growth(articles, memory.rssMiB - few.rssMiB),
      };
    } finally {
      await publication.stop();
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
};

const articlePath = (index: number): string =>
  `/${index % 2 === 0 ? 'benefits' : 'health'}/article-${index}/`;

function commitTitles({ writer, served }: RunningPublication): Promise<Percentiles> {
  return measure(served, async (run) => {
    const title = `Committed ${run}`;
    await writer.patch(`article-${run}`).set({ title }).commit();
    return { path: articlePath(run), text: title };
  });
}

function approveComments({ writer, served }: RunningPublication): Promise<Percentiles> {
  return measure(served, async (run) => {
    const id = randomUUID();
    await writer.create(pendingComment(id, run));
    await writer.action({
      actionType: 'sanity.action.document.publish',
      draftId: `drafts.${id}`,
      publishedId: id,
    });
    return { path: articlePath(run), text: id };
  });
}

/** Times how long after a write is acknowledged a file holds its text. */
async function measure(
  served: string,
  write: (run: number) => Promise<{ path: string; text: string }>,
): Promise<Percentiles> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { path, text } = await write(run);
    const acknowledged = performance.now();
    const file = fileOf(served, path);
    await until(() => readFileSync(file, 'utf8').includes(text));
    times.push(performance.now() - acknowledged);
  }
  return percentilesOf(times);
}

async function until(holds: () => boolean): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > deadline) throw new Error('Waited too long for the site to follow.');
    await new Promise((resolve) => void setTimeout(resolve, 1));
  }
}

function pendingComment(id: string, article: number) {
  return {
    _id: `drafts.${id}`,
    _type: 'comment',
    article: { _type: 'reference', _ref: `article-${article}`, _weak: true },
    name: 'A reader',
    source: 'A comment.',
    body: syntheticAnswer(createRandom(article)),
    submittedAt: new Date().toISOString(),
  };
}

async function memoryWith(articles: number, dataDir: string): Promise<SiteMemory> {
  const publication = await startPublication(dataDir, syntheticDocuments(articles));
  try {
    return await publication.settled();
  } finally {
    await publication.stop();
  }
}

function growth(articles: number, moreMiB: number) {
  if (articles <= FEW_ARTICLES) return {};
  return { siteMiBPerArticle: Math.round((moreMiB / (articles - FEW_ARTICLES)) * 10_000) / 10_000 };
}
