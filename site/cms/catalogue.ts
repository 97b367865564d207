import { Agenda } from './agenda.ts';
import { CommentLists } from './comment-lists.ts';
import { isDocOf, isPage, referencesIn, slugKey } from './document.ts';
import type { Doc, DocOf, DocType, Page, Section } from './document.ts';
import { MonthlyPages } from './monthly-pages.ts';
import { byNewest, byTime } from './order.ts';
import { IdIndex } from './id-index.ts';
import { LedAddresses, type Move } from './led-addresses.ts';
import { targetOf } from './redirects.ts';
import type { Article, Comment, Home, Redirect, Settings, Technique } from './sanity.types.ts';
import type { SortedList } from './sorted-list.ts';
import { articleList, listOf } from './typed-lists.ts';

export type { Doc, DocOf, DocType, Page, Section } from './document.ts';

type Reference = { readonly _ref: string };

/**
 * Every published document, in memory, with the indexes that pages need.
 *
 * An article or technique whose `publishedAt` lies ahead of `now` does not exist here yet.
 * Lists are in a stable order and shared: do not change what is returned.
 */
export class Catalogue {
  readonly #documents = new Map<string, Doc>();
  readonly #bySlug = new IdIndex();
  readonly #referringPages = new IdIndex();
  readonly #referringOthers = new IdIndex();
  readonly #redirectsFrom = new IdIndex();
  readonly #redirectsTo = new IdIndex();
  readonly #led = new LedAddresses();
  readonly #comments = new CommentLists();
  readonly #months = new MonthlyPages();
  /** Ids of articles and techniques whose time has not come. */
  readonly #waiting = new Set<string>();
  /** When pages will change by themselves. */
  readonly #agenda = new Agenda();
  readonly #articles = {
    all: articleList(),
    benefits: articleList('benefits'),
    health: articleList('health'),
  };
  readonly #techniques = listOf('technique', byNewest);
  readonly #byType = {
    article: listOf('article'),
    claim: listOf('claim'),
    comment: listOf('comment', byTime),
    contraindication: listOf('contraindication'),
    faq: listOf('faq'),
    home: listOf('home'),
    person: listOf('person'),
    redirect: listOf('redirect'),
    'sanity.imageAsset': listOf('sanity.imageAsset'),
    settings: listOf('settings'),
    source: listOf('source'),
    technique: listOf('technique'),
    term: listOf('term'),
  } satisfies { readonly [T in DocType]: SortedList<DocOf<T>> };
  readonly #lists = [
    ...Object.values(this.#articles),
    this.#techniques,
    ...Object.values(this.#byType),
  ];
  #now: Date;

  constructor(documents: Iterable<Doc>, now: Date) {
    this.#now = now;
    for (const doc of documents) this.#index(doc);
    const live = [...this.#documents.values()].filter((doc) => this.#isLive(doc));
    for (const list of this.#lists) list.fill(live);
    this.#comments.fill(live);
    this.#months.fill(live);
    this.#planTurns();
  }

  /** The time that decides what is already published. */
  get now(): Date {
    return this.#now;
  }

  /** Moves the clock; a time before the present one is not taken. */
  set now(now: Date) {
    if (now < this.#now) return;
    this.#now = now;
    for (const doc of this.turningBy(now)) {
      if (!this.#waiting.delete(doc._id)) continue;
      this.#list(doc);
    }
    this.#agenda.moveTo(now);
  }

  /** When a page will next change by itself; undefined while none will. */
  get nextTurn(): Date | undefined {
    return this.#agenda.next;
  }

  /** Pages that will have changed by themselves by then: they come to be public, or their comments close. */
  turningBy(time: Date): readonly Page[] {
    return [...this.#agenda.until(time)].flatMap((id) => {
      const doc = this.#documents.get(id);
      return doc !== undefined && isPage(doc) ? [doc] : [];
    });
  }

  /**
   * The publication's settings.
   *
   * @throws Error when the store holds none.
   */
  get settings(): Settings {
    const [settings] = this.all('settings');
    if (settings === undefined) {
      throw new Error(
        'The store has no settings document. Publish Settings in the Studio, or run: npm run import',
      );
    }
    return settings;
  }

  get home(): Home | undefined {
    return this.all('home')[0];
  }

  /** Any document by id; an article or technique only once its time has come. */
  get(id: string): Doc | undefined {
    return this.#waiting.has(id) ? undefined : this.#documents.get(id);
  }

  /** Resolves a reference; undefined where the document is missing, of another type, or not yet public. */
  find<T extends DocType>(type: T, reference: Reference | undefined): DocOf<T> | undefined {
    if (reference === undefined) return undefined;
    const doc = this.get(reference._ref);
    return doc !== undefined && isDocOf(doc, type) ? doc : undefined;
  }

  /** Resolves references in their order, leaving out those that lead nowhere. */
  findAll<T extends DocType>(
    type: T,
    references: readonly Reference[] | undefined,
  ): readonly DocOf<T>[] {
    return (references ?? []).flatMap((reference) => this.find(type, reference) ?? []);
  }

  /** All documents of a type: by `order` where the type has one, comments by time, else by name or title. */
  all<T extends DocType>(type: T): readonly DocOf<T>[] {
    const lists: { readonly [K in DocType]: SortedList<DocOf<K>> } = this.#byType;
    return lists[type].items;
  }

  /** Articles, newest first. */
  articles(section: Section | 'all' = 'all'): readonly Article[] {
    return this.#articles[section].items;
  }

  /** How many articles of its section are newer than this one. */
  newerThan(article: Article): number {
    return this.#articles[article.section].indexOf(article);
  }

  techniques(): readonly Technique[] {
    return this.#techniques.items;
  }

  /** Pages that search engines may list, by the month they came out. */
  get months(): Pick<MonthlyPages, 'names' | 'of' | 'lastChange'> {
    return this.#months;
  }

  /** The article at a slug of a section; where two claim it, the one whose id comes first. */
  article(section: Section, slug: string): Article | undefined {
    return this.#firstAt(section, slug, (id) => this.find('article', { _ref: id }));
  }

  /** The same for a technique. */
  technique(slug: string): Technique | undefined {
    return this.#firstAt('technique', slug, (id) => this.find('technique', { _ref: id }));
  }

  /** Pages that are not there because another has their address, each with that one. */
  contested(): readonly { readonly page: Page; readonly shown: Page }[] {
    return this.#bySlug.shared().flatMap((ids) => {
      const [shown, ...others] = ids.flatMap((id) => this.get(id) ?? []).filter(isPage);
      return shown === undefined ? [] : others.map((page) => ({ page, shown }));
    });
  }

  /** The redirect from an address; where two claim it, the one whose id comes first. */
  redirectFrom(path: string): Redirect | undefined {
    const [id] = this.#redirectsFrom.of(path);
    const led = this.#led.redirectFrom(path);
    return led ?? (id === undefined ? undefined : this.find('redirect', { _ref: id }));
  }

  /** Leads from the old addresses of pages to the new ones until the store has redirects for them. */
  lead(moves: readonly Move[], isTaken: (path: string) => boolean): void {
    this.#led.lead(moves, isTaken);
  }

  /** Redirects that lead to an address of this site, in one step. */
  redirectsTo(path: string): readonly Redirect[] {
    return this.findAll(
      'redirect',
      this.#redirectsTo.of(path).map((_ref) => ({ _ref })),
    );
  }

  /** Documents that hold a reference to `id`. */
  referencing(id: string): readonly Doc[] {
    return [...this.pagesReferencing(id), ...this.othersReferencing(id)];
  }

  /** Articles and techniques that hold a reference to `id`, in the order of their ids. */
  pagesReferencing(id: string, most = Infinity): readonly Page[] {
    const pages: Page[] = [];
    for (const referrer of this.#referringPages.of(id)) {
      const doc = this.get(referrer);
      if (doc !== undefined && isPage(doc) && pages.push(doc) >= most) break;
    }
    return pages;
  }

  /** How many articles and techniques hold a reference to `id`. */
  countPagesReferencing(id: string): number {
    const referrers = this.#referringPages.of(id);
    return this.#waiting.size === 0
      ? referrers.length
      : referrers.filter((referrer) => !this.#waiting.has(referrer)).length;
  }

  /** Other documents that hold a reference to `id`, but for comments: claims, questions and so on. */
  othersReferencing(id: string): readonly Doc[] {
    return this.#referringOthers.of(id).flatMap((referrer) => this.get(referrer) ?? []);
  }

  /** Approved comments on an article or technique, oldest first: the same list until one of them changes. */
  comments(pageId: string): readonly Comment[] {
    return this.#comments.of(pageId);
  }

  /** Adds or replaces a document. */
  put(doc: Doc): void {
    this.remove(doc._id);
    this.#index(doc);
    if (!this.#waiting.has(doc._id)) this.#list(doc);
    if (doc._type === 'comment') this.#comments.add(doc);
    this.#agenda.add(doc);
    if (doc._type === 'settings') this.#planTurns();
  }

  remove(id: string): void {
    const doc = this.#documents.get(id);
    if (doc === undefined) return;
    for (const list of this.#lists) list.remove(doc);
    this.#months.remove(doc);
    if (doc._type === 'comment') this.#comments.remove(doc);
    this.#agenda.remove(doc);
    this.#documents.delete(id);
    this.#waiting.delete(id);
    for (const target of referencesIn(doc)) this.#referrersLike(doc)?.remove(target, id);
    const slug = slugKey(doc);
    if (slug !== undefined) this.#bySlug.remove(slug, id);
    if (doc._type === 'redirect') {
      this.#redirectsFrom.remove(doc.from, id);
      this.#redirectsTo.remove(targetOf(doc) ?? '', id);
    }
    if (doc._type === 'settings') this.#planTurns();
  }

  /** The revision held of a document, those that wait for their time included. */
  revisionOf(id: string): string | undefined {
    return this.#documents.get(id)?._rev;
  }

  /** How many documents are held, those that wait for their time included. */
  get size(): number {
    return this.#documents.size;
  }

  /** Every document held, those that wait for their time included. */
  documents(): Iterable<Doc> {
    return this.#documents.values();
  }

  #index(doc: Doc): void {
    this.#documents.set(doc._id, doc);
    if (!this.#isLive(doc)) this.#waiting.add(doc._id);
    for (const target of referencesIn(doc)) this.#referrersLike(doc)?.add(target, doc._id);
    const slug = slugKey(doc);
    if (slug !== undefined) this.#bySlug.add(slug, doc._id);
    if (doc._type === 'redirect') {
      this.#led.forget(doc.from);
      this.#redirectsFrom.add(doc.from, doc._id);
      this.#redirectsTo.add(targetOf(doc) ?? '', doc._id);
    }
  }

  #list(doc: Doc): void {
    for (const list of this.#lists) list.add(doc);
    this.#months.add(doc);
  }

  #firstAt<T>(place: string, slug: string, find: (id: string) => T | undefined): T | undefined {
    for (const id of this.#bySlug.of(`${place}/${slug}`)) {
      const doc = find(id);
      if (doc !== undefined) return doc;
    }
    return undefined;
  }

  #referrersLike(doc: Doc): IdIndex | undefined {
    // There may be many, and they refer to nothing but their page and each other.
    if (doc._type === 'comment') return undefined;
    return isPage(doc) ? this.#referringPages : this.#referringOthers;
  }

  #planTurns(): void {
    this.#agenda.plan(this.#documents.values(), this.#byType.settings.items[0], this.#now);
  }

  #isLive(doc: Doc): boolean {
    return !isPage(doc) || Date.parse(doc.publishedAt) <= this.#now.getTime();
  }
}
