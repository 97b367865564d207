import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import type { SanityClient } from '@sanity/client';
import { createLake } from '../../lake/lake.ts';
import { Catalogue } from '../../site/cms/catalogue.ts';
import { createReader, createWriter } from '../../site/cms/client.ts';
import { createDocumentSource } from '../../site/cms/documents-source.ts';
import { parseSiteConfig } from '../../site/cms/parse-site-config.ts';
import type { Article } from '../../site/cms/sanity.types.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { fileOf } from '../../site/publish/files.ts';
import { generateSite } from '../../site/publish/generate.ts';
import { startLiveSite } from '../../site/publish/live-site.ts';
import { publishChanges, type PublisherOptions } from '../../site/publish/publisher.ts';
import type { Bench } from './bench.ts';
import { percentilesOf, type Percentiles } from './percentiles.ts';
import { createRandom } from './random.ts';
import { syntheticArticle, syntheticDocuments } from './synthetic-documents.ts';
import { syntheticAnswer } from './synthetic-text.ts';

const RUNS = 60;
const WARM_UP = 10;
const TOKEN = 'a-token-of-the-benchmark-only';
const PATIENCE_MS = 10_000;
const BATCH = 100;

/**
 * From a change to the files that show it. Milliseconds.
 *
 * `edit` and `newArticle` start when the catalogue is told and end when the last file is renamed;
 * `commitToFile` and `approveToFile` start when the lake has acknowledged the write.
 */
export const publish: Bench = async ({ articles, progress }) => {
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-bench-'));
  const lake = await createLake({ dir: join(dir, 'lake'), port: 0, robotToken: TOKEN });
  try {
    const config = parseSiteConfig({ SANITY_API_HOST: lake.url, SANITY_API_TOKEN: TOKEN });
    const writer = createWriter(config);
    progress('filling the lake');
    await fill(writer, syntheticDocuments(articles));
    progress('compiling and generating');
    const compiled = await compileSite(join(dir, 'compiled'));
    const source = createDocumentSource(createReader(config), config.siteUrl);
    const documents = await source.fetchAll();
    const now = new Date();
    const site = join(dir, 'site');
    await generateSite({ compiled, documents, now, dir: site, threads: 2 });
    const publisher = {
      site: await loadCompiledSite(compiled),
      catalogue: new Catalogue(documents, now),
      dir: site,
    };

    progress('editing');
    const edits = await editArticles(publisher, articles);
    progress('adding articles');
    const newArticle = await addArticles(publisher, articles);

    progress('following the lake');
    const live = startLiveSite({
      ...publisher,
      source,
      now: () => new Date(),
      onError: (message) => progress(message),
    });
    try {
      await until(() => live.isCurrent());
      const commitToFile = await measure(async (run) => {
        const title = `Committed ${run}`;
        await writer.patch(`article-${run}`).set({ title }).commit();
        return { path: articlePath(run), text: title };
      }, site);
      progress('approving comments');
      const approveToFile = await measure(async (run) => {
        const id = randomUUID();
        await writer.create(pendingComment(id, run));
        await until(() => live.isCurrent());
        await writer.action({
          actionType: 'sanity.action.document.publish',
          draftId: `drafts.${id}`,
          publishedId: id,
        });
        return { path: articlePath(run), text: id };
      }, site);
      return {
        runs: RUNS,
        articles,
        edit: edits.time,
        newArticle,
        commitToFile,
        approveToFile,
        files: edits.files,
        rssMiB: Math.round(process.memoryUsage.rss() / 1024 ** 2),
      };
    } finally {
      live.stop();
    }
  } finally {
    await lake.close();
    rmSync(dir, { recursive: true, force: true });
  }
};

async function fill(
  writer: SanityClient,
  documents: readonly { readonly _id: string; readonly _type: string }[],
): Promise<void> {
  for (let from = 0; from < documents.length; from += BATCH) {
    const transaction = writer.transaction();
    for (const doc of documents.slice(from, from + BATCH)) transaction.createOrReplace(doc);
    await transaction.commit({ visibility: 'async' });
  }
}

const articlePath = (index: number): string =>
  `/${index % 2 === 0 ? 'benefits' : 'health'}/article-${index}/`;

async function editArticles(
  publisher: PublisherOptions,
  articles: number,
): Promise<{ time: Percentiles; files: number }> {
  const times: number[] = [];
  let files = 0;
  for (let run = -WARM_UP; run < RUNS; run += 1) {
    const id = `article-${(run + WARM_UP) % articles}`;
    const before = publisher.catalogue.find('article', { _ref: id });
    if (before === undefined) throw new Error(`${id} is missing.`);
    const doc: Article = { ...before, title: `Edited ${run}`, _rev: `edit${run}` };
    const start = performance.now();
    const { written } = await publishChanges(publisher, [{ id, doc }], new Date());
    if (run < 0) continue;
    times.push(performance.now() - start);
    files += written.length;
  }
  return { time: percentilesOf(times), files: Math.round((files / RUNS) * 10) / 10 };
}

async function addArticles(publisher: PublisherOptions, articles: number): Promise<Percentiles> {
  const random = createRandom(7);
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const doc = syntheticArticle(random, articles + run, articles);
    const start = performance.now();
    await publishChanges(publisher, [{ id: doc._id, doc }], new Date());
    times.push(performance.now() - start);
  }
  return percentilesOf(times);
}

/** Times how long after a write is acknowledged a file holds its text. */
async function measure(
  write: (run: number) => Promise<{ path: string; text: string }>,
  dir: string,
): Promise<Percentiles> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const { path, text } = await write(run);
    const acknowledged = performance.now();
    const file = fileOf(dir, path);
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
