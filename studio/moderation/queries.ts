import { fieldOf } from './comment.ts';
import { TABS } from './tabs.ts';
import type { Counts, Tab } from './tabs.ts';

// Not a part of the site, so these have no generated types: what comes back is parsed.
const DRAFT = '_type == "comment" && _id in path("drafts.**")';

const FILTERS: Readonly<Record<Tab, string>> = {
  pending: `${DRAFT} && !defined(moderation)`,
  approved: '_type == "comment" && !(_id in path("drafts.**"))',
  spam: `${DRAFT} && moderation == "spam"`,
  trash: `${DRAFT} && moderation == "trash"`,
};

/** All comments, for the listener. */
export const anyCommentQuery = '*[_type == "comment"]';

/** The first comments of a tab. The longest wait comes first; elsewhere the newest. Parameter: `$limit`. */
export function toListQuery(tab: Tab): string {
  const direction = tab === 'pending' ? 'asc' : 'desc';
  return `*[${FILTERS[tab]}] | order(submittedAt ${direction})[0...$limit]`;
}

/** How many comments each tab holds. */
export const countsQuery = `{${TABS.map((tab) => `"${tab}": count(*[${FILTERS[tab]}])`).join(', ')}}`;

/** The documents around the comments: pages, parents, private parts, and approved versions. Parameter: `$ids`. */
export const contextQuery =
  '*[_id in $ids]{_id, _type, title, name, body, email, submittedAt, slug, section}';

export function parseCounts(value: unknown): Counts {
  const read = (tab: Tab) => {
    const count = fieldOf(value, tab);
    return typeof count === 'number' ? count : 0;
  };
  return {
    pending: read('pending'),
    approved: read('approved'),
    spam: read('spam'),
    trash: read('trash'),
  };
}
