import { fieldOf, URGENT } from '../comment.ts';
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

/** Somebody may still need help where the author has changed the comment since. */
const IS_URGENT = ['', 'Before its author changed it: ']
  .map((before) => `string::startsWith(@, "${before}${URGENT}")`)
  .join(' || ');

/**
 * What is kept apart from comments: which may be emergencies (`urgent`), and, where the filter asks for it, which came
 * from an address (`from`), and whose address or reason for being held a search finds (`found`).
 * Parameters: `$email`, in small letters, `$patterns`.
 */
export function toApartQuery({ search, email }: Filter): string {
  const fields = [
    `"urgent": ${toPartsQuery(`count(reasons[${IS_URGENT}]) > 0`)}`,
    email !== undefined && `"from": ${toPartsQuery('lower(email) == $email')}`,
    toPatterns(search).length > 0 &&
      `"found": ${toPartsQuery('(email match $patterns || reasons match $patterns)')}`,
  ].filter((field) => field !== false);
  return `{${fields.join(', ')}}`;
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

const ORDERS: Readonly<Record<Tab, string>> = {
  pending: 'select(_id in $urgent => 0, 1) asc, submittedAt asc',
  approved: 'submittedAt desc',
  spam: 'submittedAt desc',
  trash: 'submittedAt desc',
};

/**
 * The first comments of a tab, each with whether it is `urgent`. In pending what may be an emergency comes first, then
 * the longest wait; elsewhere the newest. Parameters: `$limit`, `$urgent`: ids of drafts.
 */
export function toListQuery(tab: Tab, filter: Filter): string {
  const list = `*[${TAB_FILTERS[tab]}${toConditions(filter)}] | order(${ORDERS[tab]})[0...$limit]`;
  return `${list}{..., "urgent": _id in $urgent}`;
}

/** How many comments each tab holds, and how many of those that wait are urgent. Parameter: `$urgent`. */
export function toCountsQuery(filter: Filter): string {
  const counts = TABS.map(
    (tab) => `"${tab}": count(*[${TAB_FILTERS[tab]}${toConditions(filter)}])`,
  );
  const urgent = `"urgent": count(*[${TAB_FILTERS.pending} && _id in $urgent${toConditions(filter)}])`;
  return `{${[...counts, urgent].join(', ')}}`;
}

/** The ids of the pages that have comments in a tab, at most 200. */
export function toPagesQuery(tab: Tab): string {
  return `array::unique(*[${TAB_FILTERS[tab]}].article._ref)[0...200]`;
}

/** Their titles. Parameter: `$ids`. */
export const titlesQuery = '*[_id in $ids]{_id, title} | order(title asc)';

export function parseCounts(value: unknown): Counts {
  const read = (tab: Tab | 'urgent') => {
    const count = fieldOf(value, tab);
    return typeof count === 'number' ? count : 0;
  };
  return {
    pending: read('pending'),
    approved: read('approved'),
    spam: read('spam'),
    trash: read('trash'),
    urgent: read('urgent'),
  };
}
