import { isDocOf, type DocOf, type DocType, type Section } from './document.ts';
import { byNewest, byOrder } from './order.ts';
import type { Article } from './sanity.types.ts';
import { SortedList } from './sorted-list.ts';

/** All documents of one type. */
export const listOf = <T extends DocType>(
  type: T,
  compare: (a: DocOf<T>, b: DocOf<T>) => number = byOrder,
): SortedList<DocOf<T>> => new SortedList((doc): doc is DocOf<T> => isDocOf(doc, type), compare);

/** Articles, newest first, of one section or of all. */
export const articleList = (section?: Section): SortedList<Article> =>
  new SortedList(
    (doc): doc is Article =>
      doc._type === 'article' && (section === undefined || doc.section === section),
    byNewest,
  );
