import type { Article } from '../../../site/cms/sanity.types.ts';
import { publishChanges, type PublisherOptions } from '../../../site/publish/publisher.ts';
import { percentilesOf, type Percentiles } from '../percentiles.ts';
import { createRandom } from '../random.ts';
import { syntheticArticle } from '../synthetic-documents.ts';

/** A site that has been running has rendered each kind of page often: V8 has compiled what that takes. */
const WARM_UP = 120;

/**
 * Changes the titles of articles, one of the newest and one of any age in turns: what lists show the newest.
 *
 * @returns the milliseconds of each, and the files written on average
 */
export async function editArticles(
  publisher: PublisherOptions,
  articles: number,
  runs: number,
): Promise<{ time: Percentiles; files: number }> {
  const times: number[] = [];
  let files = 0;
  for (let run = -WARM_UP; run < runs; run += 1) {
    const id = `article-${indexOf(run + WARM_UP, articles)}`;
    const before = publisher.catalogue.find('article', { _ref: id });
    if (before === undefined) throw new Error(`${id} is missing.`);
    const doc: Article = { ...before, title: `Edited ${run}`, _rev: `edit${run}` };
    const start = performance.now();
    const { written } = await publishChanges(publisher, [{ id, doc }], new Date());
    if (run < 0) continue;
    times.push(performance.now() - start);
    files += written.length;
  }
  return { time: percentilesOf(times), files: Math.round((files / runs) * 10) / 10 };
}

/** Of the article that is changed in a run: the higher, the newer. */
function indexOf(run: number, articles: number): number {
  return run % 2 === 0 ? (articles - 1 - (run >> 1) + articles) % articles : (run * 97) % articles;
}

/** Adds articles. @returns the milliseconds of each */
export async function addArticles(
  publisher: PublisherOptions,
  articles: number,
  runs: number,
): Promise<Percentiles> {
  const random = createRandom(7);
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const doc = syntheticArticle(random, articles + run, articles);
    const start = performance.now();
    await publishChanges(publisher, [{ id: doc._id, doc }], new Date());
    times.push(performance.now() - start);
  }
  return percentilesOf(times);
}
