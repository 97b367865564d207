import { fieldOf } from '../comment.ts';
import type { Filter } from './filter.ts';
import { toPatterns } from './filter.ts';
import { TABS } from './tabs.ts';
import type { Counts, Tab } from './tabs.ts';

// Not a part of the site, so these have no generated types: what comes back is parsed.
const DRAFT = '_type == "comment" && _id in path("drafts.**")';

const TAB_FILTERS: Readonly<Record<Tab, string>> = {
  pending: `${DRAFT} && !defined(moderation)`,
  approved: '_type == "comment" && !(_id in path("drafts.**"))',
  spam: `${DRAFT} && moderation == "spam"`,
  trash: `${DRAFT} && moderation == "trash"`,
};

/** All comments, for the listener. */
export const anyCommentQuery = '*[_type == "comment"]';

/** At most so many comments are found by their private part. */
const PARTS_LIMIT = 5000;

function toPartsQuery(condition: string): string {
  return `*[_type == "privateComment" && ${condition}] | order(receivedAt desc)[0...${PARTS_LIMIT}].comment`;
}

/**
 * The comments of an address (`from`), and those whose address or reason for being held a search finds (`found`): both
 * are kept apart from comments. Undefined when the filter asks for neither. Parameters: `$email`, in small letters, `$patterns`.
 */
export function toApartQuery({ search, email }: Filter): string | undefined {
  const fields = [
    email !== undefined && `"from": ${toPartsQuery('lower(email) == $email')}`,
    toPatterns(search).length > 0 &&
      `"found": ${toPartsQuery('(email match $patterns || reasons match $patterns)')}`,
  ].filter((field) => field !== false);
  return fields.length === 0 ? undefined : `{${fields.join(', ')}}`;
}

/** Conditions that a filter adds. Parameters: `$page`, `$from`, `$patterns`, `$found`. */
function toConditions({ search, email, page }: Filter): string {
  return [
    page !== undefined && 'article._ref == $page',
    email !== undefined && '_id in $from',
    toPatterns(search).length > 0 &&
      '([name, website, pt::text(body)] match $patterns || _id in $found)',
  ]
    .filter((condition) => condition !== false)
    .map((condition) => ` && ${condition}`)
    .join('');
}

/** The first comments of a tab. The longest wait comes first; elsewhere the newest. Parameter: `$limit`. */
export function toListQuery(tab: Tab, filter: Filter): string {
  const direction = tab === 'pending' ? 'asc' : 'desc';
  return `*[${TAB_FILTERS[tab]}${toConditions(filter)}] | order(submittedAt ${direction})[0...$limit]`;
}

/** How many comments each tab holds. */
export function toCountsQuery(filter: Filter): string {
  const counts = TABS.map(
    (tab) => `"${tab}": count(*[${TAB_FILTERS[tab]}${toConditions(filter)}])`,
  );
  return `{${counts.join(', ')}}`;
}

/** The ids of the pages that have comments in a tab, at most 200. */
export function toPagesQuery(tab: Tab): string {
  return `array::unique(*[${TAB_FILTERS[tab]}].article._ref)[0...200]`;
}

/** Their titles. Parameter: `$ids`. */
export const titlesQuery = '*[_id in $ids]{_id, title} | order(title asc)';

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
