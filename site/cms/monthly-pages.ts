import { sitemapPart } from './addresses.ts';
import { isPage, type Doc, type Page } from './document.ts';
import { byNewest, compareText } from './order.ts';
import { SortedList } from './sorted-list.ts';

interface Month {
  readonly pages: SortedList<Page>;
  /** When one of them last changed; undefined while nobody has asked since that may have moved. */
  changed: string | undefined;
}

/**
 * Articles and techniques that search engines may list, by the month they came out: a change of one
 * asks for its month only, however many pages there are.
 */
export class MonthlyPages {
  readonly #months = new Map<string, Month>();

  /** The months that have pages, such as `2026-05`, newest first. */
  get names(): readonly string[] {
    return [...this.#months.keys()].toSorted((a, b) => compareText(b, a));
  }

  /** Newest first; shared, do not change it. */
  of(name: string): readonly Page[] {
    return this.#months.get(name)?.pages.items ?? [];
  }

  /** When a page of the month last changed, as the store writes times. */
  lastChange(name: string): string | undefined {
    const month = this.#months.get(name);
    if (month === undefined) return undefined;
    month.changed ??= month.pages.items
      .map(({ _updatedAt }) => _updatedAt)
      .reduce((last, each) => (each > last ? each : last), '');
    return month.changed;
  }

  /** Takes in all of them among these documents at once. */
  fill(docs: readonly Doc[]): void {
    for (const [name, pages] of Map.groupBy(docs.filter(isListed), sitemapPart)) {
      this.#monthNamed(name).pages.fill(pages);
    }
  }

  add(doc: Doc): void {
    if (!isListed(doc)) return;
    const month = this.#monthNamed(sitemapPart(doc));
    month.pages.add(doc);
    month.changed = undefined;
  }

  remove(doc: Doc): void {
    if (!isListed(doc)) return;
    const name = sitemapPart(doc);
    const month = this.#months.get(name);
    month?.pages.remove(doc);
    if (month?.pages.items.length === 0) this.#months.delete(name);
    else if (month !== undefined) month.changed = undefined;
  }

  #monthNamed(name: string): Month {
    const month = this.#months.get(name) ?? {
      pages: new SortedList(isListed, byNewest),
      changed: undefined,
    };
    this.#months.set(name, month);
    return month;
  }
}

function isListed(doc: Doc): doc is Page {
  return isPage(doc) && doc.seo?.noindex !== true;
}
