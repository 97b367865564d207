import type { SortOrdering } from 'sanity';

/** Ways to sort articles and techniques. */
export const PAGE_ORDERINGS: SortOrdering[] = [
  { name: 'newest', title: 'Newest first', by: [{ field: 'publishedAt', direction: 'desc' }] },
  { name: 'title', title: 'Title', by: [{ field: 'title', direction: 'asc' }] },
  {
    name: 'review',
    title: 'Next review first',
    by: [{ field: 'medicalReview.nextReviewAt', direction: 'asc' }],
  },
];

/** The order of the site, for types that have an `order` field. */
export const SITE_ORDERING: SortOrdering = {
  name: 'order',
  title: 'Order on the site',
  by: [{ field: 'order', direction: 'asc' }],
};
