import type { Doc, Page } from './document.ts';
import type { Comment } from './sanity.types.ts';

const alphabet = new Intl.Collator('en');

/** By code units: the same on every machine. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byNewest(a: Page, b: Page): number {
  return compareText(b.publishedAt, a.publishedAt) || compareText(a._id, b._id);
}

/** Oldest first. */
export function byTime(a: Comment, b: Comment): number {
  return compareText(a.submittedAt, b.submittedAt) || compareText(a._id, b._id);
}

/** By `order` where the type has one, else by name or title. */
export function byOrder(a: Doc, b: Doc): number {
  return (
    orderOf(a) - orderOf(b) || alphabet.compare(labelOf(a), labelOf(b)) || compareText(a._id, b._id)
  );
}

function orderOf(doc: Doc): number {
  return 'order' in doc ? doc.order : 0;
}

function labelOf(doc: Doc): string {
  if ('name' in doc) return doc.name;
  return 'title' in doc ? (doc.title ?? '') : '';
}
