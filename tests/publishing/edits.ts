import fc from 'fast-check';
import { createRandom } from '../../scripts/bench/random.ts';
import { syntheticArticle, syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { pathOf } from '../../site/cms/addresses.ts';
import type { Doc } from '../../site/cms/catalogue.ts';
import { isPage } from '../../site/cms/document.ts';
import type { DocumentChange } from '../../site/cms/documents-source.ts';
import { PAGE_SIZE } from '../../site/text/comment-pages.ts';
import { aComment } from '../fixtures/documents.ts';
import { anImageAsset } from '../fixtures/image-asset.ts';

/** Enough for both sections to have an archive, and few enough to write the site many times. */
const ARTICLES = 44;
/** Its comments fill several pages. */
const DISCUSSED = '/benefits/article-0/';
/** When the clock starts. */
export const START = new Date('2026-06-01T00:00:00Z');
const DAYS_SINCE_FIRST = Math.round((START.getTime() - Date.UTC(2020, 0, 1)) / 86_400_000);

/** One is wide enough for every width that pictures come in, one narrower than any of them. */
const PICTURES = [
  { stem: 'a', size: { width: 2400, height: 1600 } },
  { stem: 'b', size: { width: 900, height: 1200 } },
  { stem: 'c', size: { width: 300, height: 200 } },
] as const;

const hoursOn = (hours: number) => new Date(START.getTime() + hours * 3_600_000).toISOString();

/**
 * The publication that is edited: some articles have yet to come out, and comments close by themselves,
 * an article's each hour, a day from now.
 */
export function documentsToEdit(): readonly Doc[] {
  const pictures = PICTURES.map(({ stem, size }) => anImageAsset(stem, size));
  const written = syntheticDocuments(ARTICLES).map((doc, index): Doc => {
    if (doc._type === 'settings') return { ...doc, commentsCloseAfterDays: DAYS_SINCE_FIRST + 1 };
    if (!isPage(doc)) return doc;
    const picture = pictures[index % 5];
    const shown = picture === undefined ? doc : { ...doc, heroImage: aFigure(picture, 0) };
    return index % 8 === 0 ? { ...shown, publishedAt: hoursOn(index) } : shown;
  });
  return [...written, ...manyComments(), ...pictures];
}

/** With the one there is, two pages of threads to the last, the third thread longer than a page. */
function manyComments(): readonly Doc[] {
  const threads = 2 * PAGE_SIZE.threads - 1;
  const replies = PAGE_SIZE.comments + 5;
  return Array.from({ length: threads + replies }, (_, index) =>
    aComment(`many-${index}`, 'article-0', {
      submittedAt: minuteOf(index),
      ...(index < threads ? {} : { parent: on('many-2') }),
    }),
  );
}

const minuteOf = (minute: number) => new Date(Date.UTC(2026, 1, 1, 0, minute)).toISOString();
const on = (id: string) => ({ _type: 'reference' as const, _ref: id, _weak: true as const });

/** One edit: what an editor might do to one of the documents there are. */
export type Edit = (documents: ReadonlyMap<string, Doc>) => DocumentChange | undefined;

const pick = fc.nat();
export const edits: fc.Arbitrary<Edit> = fc.oneof(
  fc.tuple(pick, fc.constantFrom('keyMessages', 'summary', 'faqs', 'related')).map(
    ([index, field]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { [field]: field === 'summary' ? 'New.' : [] }),
  ),
  fc.tuple(pick, pick).map(([index, other]): Edit => (documents) => {
    const from = nth(documents, 'article', other);
    return from?._type === 'article'
      ? change(nth(documents, 'article', index), { body: from.body })
      : undefined;
  }),
  fc.tuple(pick, fc.stringMatching(/^[A-Z][a-z]{3,12}$/)).map(
    ([index, title]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { title }),
  ),
  fc.tuple(pick, fc.oneof(fc.constant('same'), fc.stringMatching(/^[a-z]{3,8}$/))).map(
    ([index, slug]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { slug: { _type: 'slug', current: slug } }),
  ),
  fc.tuple(pick, fc.constantFrom('benefits' as const, 'health' as const)).map(
    ([index, section]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { section }),
  ),
  // Long past and far ahead, and so soon that its time comes.
  fc
    .tuple(pick, fc.oneof(fc.integer({ min: -60_000, max: 5000 }), fc.integer({ min: 1, max: 72 })))
    .map(
      ([index, hours]): Edit =>
        (documents) =>
          change(nth(documents, 'article', index), {
            publishedAt: hoursOn(hours),
          }),
    ),
  fc.tuple(pick, fc.constantFrom('strong' as const, 'none' as const)).map(
    ([index, grade]): Edit =>
      (documents) =>
        change(nth(documents, 'claim', index), { grade }),
  ),
  fc.tuple(pick, fc.constantFrom('term', 'source', 'person', 'faq')).map(
    ([index, type]): Edit =>
      (documents) =>
        renamed(nth(documents, type, index)),
  ),
  fc.tuple(pick, pick, fc.boolean()).map(
    ([index, minute, isReply]): Edit =>
      (documents) =>
        aNewComment(isReply ? nth(documents, 'comment', index) : undefined, minute % 500),
  ),
  fc.tuple(pick, fc.constantFrom('name', 'removed', 'article')).map(
    ([index, field]): Edit =>
      (documents) =>
        change(nth(documents, 'comment', index), {
          name: `Reader ${revision}`,
          ...(field === 'removed' ? { name: 'Removed', body: [], removed: true } : {}),
          ...(field === 'article' ? { article: on(`article-${index % ARTICLES}`) } : {}),
        }),
  ),
  fc
    .tuple(pick, pick, fc.constantFrom('hero', 'body', 'shared', 'none'), fc.constantFrom(0, 0.1))
    .map(([index, other, place, crop]): Edit => (documents) => {
      const page = nth(documents, index % 5 === 0 ? 'technique' : 'article', index);
      const picture = nth(documents, 'sanity.imageAsset', other);
      return change(page, picture && place !== 'none' ? showing(picture, place, crop) : NO_PICTURE);
    }),
  fc.tuple(pick, fc.boolean()).map(([index, isShown]): Edit => (documents) => {
    const picture = nth(documents, 'sanity.imageAsset', index);
    const settings = nth(documents, 'settings', 0);
    return change(settings, { socialImage: isShown ? picture && aFigure(picture, 0) : undefined });
  }),
  fc
    .tuple(fc.constantFrom(...PICTURES), fc.constantFrom('#102030', undefined))
    .map(([{ stem, size }, background]): Edit => () => {
      const doc = anImageAsset(stem, size, { background });
      revision += 1;
      return { id: doc._id, doc: { ...doc, _rev: `r${revision}` } };
    }),
  fc.tuple(pick, fc.boolean()).map(
    ([index, commentsOpen]): Edit =>
      (documents) =>
        change(nth(documents, 'article', index), { commentsOpen }),
  ),
  // So that some close now, and some soon.
  fc.constantFrom(undefined, 30, DAYS_SINCE_FIRST, DAYS_SINCE_FIRST + 1).map(
    (commentsCloseAfterDays): Edit =>
      (documents) =>
        change(nth(documents, 'settings', 0), { commentsCloseAfterDays }),
  ),
  fc
    .tuple(
      pick,
      fc.constantFrom(
        'article',
        'comment',
        'claim',
        'source',
        'term',
        'faq',
        'redirect',
        'sanity.imageAsset',
      ),
    )
    .map(([index, type]): Edit => (documents) => {
      const doc = nth(documents, type, index);
      return doc && { id: doc._id, doc: undefined };
    }),
  fc.constantFrom('settings', 'home').map(
    (type): Edit =>
      (documents) =>
        change(nth(documents, type, 0), { tagline: `Line ${revision}`, question: 'Why?' }),
  ),
  fc
    .tuple(
      fc.constantFrom('/old/', '/health/older/', '/benefits/article-0/', `${DISCUSSED}comments/2/`),
      pick,
      // Chains of them, and circles.
      fc.constantFrom(undefined, '/old/', '/health/older/'),
    )
    .map(([from, index, onward]): Edit => (documents) => {
      const target = nth(documents, 'article', index);
      const to = onward ?? (target && pathOf(target));
      return to === undefined ? undefined : aRedirect(from, to);
    }),
  fc.integer({ min: ARTICLES, max: ARTICLES + 5 }).map((index): Edit => () => {
    const doc = syntheticArticle(createRandom(index), index, ARTICLES);
    return { id: doc._id, doc };
  }),
);

function nth(documents: ReadonlyMap<string, Doc>, type: string, index: number): Doc | undefined {
  const ofType = [...documents.values()].filter(({ _type }) => _type === type);
  return ofType[index % ofType.length];
}

const NO_PICTURE = { heroImage: undefined, seo: undefined, body: [] };

/** Fields of a page that shows a picture there, and no other. */
function showing(picture: Doc, place: 'hero' | 'body' | 'shared', crop: number): object {
  const figure = aFigure(picture, crop);
  if (place === 'hero') return { ...NO_PICTURE, heroImage: figure };
  return place === 'body'
    ? { ...NO_PICTURE, body: [{ ...figure, _key: 'figure' }] }
    : { ...NO_PICTURE, seo: { _type: 'seo', image: figure } };
}

function aFigure({ _id }: Doc, crop: number) {
  const asset = { _type: 'reference' as const, _ref: _id };
  const kept = { _type: 'sanity.imageCrop' as const, top: crop, bottom: crop, left: 0, right: 0 };
  return { _type: 'figure' as const, asset, crop: kept, alt: `A picture ${revision}.` };
}

let revision = 0;

function aRedirect(from: string, to: string): DocumentChange {
  revision += 1;
  const stamp = { _createdAt: '2026-01-01T00:00:00Z', _updatedAt: '2026-01-01T00:00:00Z' };
  const id = `redirect-${from.replaceAll('/', '-')}`;
  return {
    id,
    doc: { ...stamp, _id: id, _type: 'redirect', _rev: `r${revision}`, from, to, permanent: true },
  };
}

function change(doc: Doc | undefined, fields: object): DocumentChange | undefined {
  revision += 1;
  return doc && { id: doc._id, doc: { ...doc, ...fields, _rev: `r${revision}` } };
}

function renamed(doc: Doc | undefined): DocumentChange | undefined {
  const field = doc && ('name' in doc ? 'name' : 'question' in doc ? 'question' : 'title');
  return field && change(doc, { [field]: `Renamed ${revision}` });
}

function aNewComment(parent: Doc | undefined, minute: number): DocumentChange {
  revision += 1;
  const article = parent?._type === 'comment' ? parent.article._ref : 'article-0';
  const fields = {
    _rev: `r${revision}`,
    submittedAt: minuteOf(minute),
    ...(parent === undefined ? {} : { parent: on(parent._id) }),
  };
  const doc = aComment(`new-${revision}`, article, fields);
  return { id: doc._id, doc };
}
