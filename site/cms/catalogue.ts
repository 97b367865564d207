import { isDocOf, isPage, referencesIn } from './document.ts';
import type { Doc, DocOf, DocType, Section } from './document.ts';
import type { Article, Comment, Home, Settings, Technique } from './sanity.types.ts';

export type { Doc, DocOf, DocType, Page, Section } from './document.ts';

type Reference = { readonly _ref: string };
type Slugged = 'article' | 'technique' | 'person';

/**
 * Every published document, in memory, with the indexes that pages need.
 *
 * An article or technique whose `publishedAt` lies ahead of `now` does not exist here yet.
 * Lists are in a stable order and shared: do not change what is returned.
 */
export class Catalogue {
  readonly #documents = new Map<string, Doc>();
  readonly #byType = new Map<DocType, Map<string, Doc>>();
  readonly #bySlug = new Map<string, string>();
  readonly #referrers = new Map<string, Set<string>>();
  readonly #lists = new Map<string, readonly Doc[]>();
  #now: Date;

  constructor(documents: Iterable<Doc>, now: Date) {
    this.#now = now;
    for (const doc of documents) this.put(doc);
  }

  /** The time that decides what is already published. */
  get now(): Date {
    return this.#now;
  }

  /** Moves the clock; lists are made again. */
  set now(now: Date) {
    this.#now = now;
    this.#lists.clear();
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
    const doc = this.#documents.get(id);
    return doc !== undefined && this.#isLive(doc) ? doc : undefined;
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

  /** All documents of a type: by `order` where the type has one, else by name or title. */
  all<T extends DocType>(type: T): readonly DocOf<T>[] {
    return this.#list(`all ${type}`, type, byOrder);
  }

  /** Articles, newest first. */
  articles(section?: Section): readonly Article[] {
    const list = this.#list('articles', 'article', newestFirst);
    return section === undefined ? list : list.filter((article) => article.section === section);
  }

  techniques(): readonly Technique[] {
    return this.#list('techniques', 'technique', newestFirst);
  }

  bySlug<T extends Slugged>(type: T, slug: string): DocOf<T> | undefined {
    const id = this.#bySlug.get(`${type}/${slug}`);
    return id === undefined ? undefined : this.find(type, { _ref: id });
  }

  /** Documents that hold a reference to `id`. */
  referencing(id: string): readonly Doc[] {
    return [...(this.#referrers.get(id) ?? [])]
      .toSorted()
      .flatMap((referrer) => this.get(referrer) ?? []);
  }

  /** Approved comments on an article or technique, oldest first. */
  comments(articleId: string): readonly Comment[] {
    return this.referencing(articleId)
      .filter((doc) => isDocOf(doc, 'comment'))
      .filter((comment) => comment.article._ref === articleId)
      .toSorted((a, b) => compare(a.submittedAt, b.submittedAt) || compare(a._id, b._id));
  }

  /** The time of the next article or technique that waits for its `publishedAt`. */
  nextPublication(): Date | undefined {
    let next: string | undefined;
    for (const type of ['article', 'technique'] as const) {
      for (const doc of this.#byType.get(type)?.values() ?? []) {
        if (isPage(doc) && !this.#isLive(doc) && (next === undefined || doc.publishedAt < next)) {
          next = doc.publishedAt;
        }
      }
    }
    return next === undefined ? undefined : new Date(next);
  }

  /** Adds or replaces a document. */
  put(doc: Doc): void {
    this.remove(doc._id);
    this.#documents.set(doc._id, doc);
    const ofType = this.#byType.get(doc._type) ?? new Map<string, Doc>();
    this.#byType.set(doc._type, ofType.set(doc._id, doc));
    for (const id of referencesIn(doc)) {
      this.#referrers.set(id, (this.#referrers.get(id) ?? new Set()).add(doc._id));
    }
    const slug = slugKey(doc);
    if (slug !== undefined) this.#bySlug.set(slug, doc._id);
    this.#forgetLists(doc._type);
  }

  remove(id: string): void {
    const doc = this.#documents.get(id);
    if (doc === undefined) return;
    this.#documents.delete(id);
    this.#byType.get(doc._type)?.delete(id);
    for (const target of referencesIn(doc)) this.#referrers.get(target)?.delete(id);
    const slug = slugKey(doc);
    if (slug !== undefined && this.#bySlug.get(slug) === id) this.#bySlug.delete(slug);
    this.#forgetLists(doc._type);
  }

  /** The revision held of a document, those that wait for their time included. */
  revisionOf(id: string): string | undefined {
    return this.#documents.get(id)?._rev;
  }

  /** Every document held, those that wait for their time included. */
  documents(): Iterable<Doc> {
    return this.#documents.values();
  }

  #isLive(doc: Doc): boolean {
    return !isPage(doc) || Date.parse(doc.publishedAt) <= this.#now.getTime();
  }

  #list<T extends DocType>(
    key: string,
    type: T,
    order: (a: Doc, b: Doc) => number,
  ): readonly DocOf<T>[] {
    const known = this.#lists.get(key);
    const list =
      known ??
      [...(this.#byType.get(type)?.values() ?? [])]
        .filter((doc) => this.#isLive(doc))
        .toSorted(order);
    if (known === undefined) this.#lists.set(key, list);
    // A list holds one type only; the filter tells the compiler so, and costs little.
    return list.filter((doc) => isDocOf(doc, type));
  }

  #forgetLists(type: DocType): void {
    this.#lists.delete(`all ${type}`);
    this.#lists.delete(`${type}s`);
  }
}

function slugKey(doc: Doc): string | undefined {
  return 'slug' in doc && doc.slug.current !== undefined
    ? `${doc._type}/${doc.slug.current}`
    : undefined;
}

const alphabet = new Intl.Collator('en');

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function byOrder(a: Doc, b: Doc): number {
  return (
    orderOf(a) - orderOf(b) || alphabet.compare(labelOf(a), labelOf(b)) || compare(a._id, b._id)
  );
}

function orderOf(doc: Doc): number {
  return 'order' in doc ? doc.order : 0;
}

function labelOf(doc: Doc): string {
  if ('name' in doc) return doc.name;
  return 'title' in doc ? (doc.title ?? '') : '';
}

function newestFirst(a: Doc, b: Doc): number {
  return isPage(a) && isPage(b)
    ? compare(b.publishedAt, a.publishedAt) || compare(a._id, b._id)
    : 0;
}

let current: Catalogue | undefined;

/** The catalogue that pages read. @throws Error before it is loaded. */
export function catalogue(): Catalogue {
  if (current === undefined) throw new Error('The catalogue is not loaded yet.');
  return current;
}

/** Gives pages this catalogue; later changes to it are seen by the next render. */
export function installCatalogue(next: Catalogue): void {
  current = next;
}

/** Loads the catalogue from the store unless one is installed: the way in for `astro build`. */
export async function loadCatalogue(): Promise<Catalogue> {
  if (current === undefined) {
    const [{ createDocumentSource }, { createReader }, { siteConfig }] = await Promise.all([
      import('./documents-source.ts'),
      import('./client.ts'),
      import('./site-config.ts'),
    ]);
    installCatalogue(
      new Catalogue(await createDocumentSource(createReader(siteConfig)).fetchAll(), new Date()),
    );
  }
  return catalogue();
}
