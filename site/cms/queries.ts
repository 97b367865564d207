import { defineQuery } from 'groq';

/** Published documents of the given types after an id, in the order of their ids: `$types`, `$after`, at most 500. */
export const documentsAfterQuery = defineQuery(
  `*[_type in $types && _id > $after] | order(_id asc) [0...500]`,
);

/** Which of them there are, and in which revision: after an id, in the order of their ids, at most 5000. */
export const revisionsAfterQuery = defineQuery(
  `*[_type in $types && _id > $after] | order(_id asc) [0...5000] {_id, _rev}`,
);

/** What a listener follows: every document of the given types (`$types`). */
export const documentsQuery = defineQuery(`*[_type in $types]`);

/** How many of them there are, and which changed last: enough to tell that something was missed. */
export const pulseQuery = defineQuery(`{
  "count": count(*[_type in $types]),
  "newest": *[_type in $types] | order(_updatedAt desc) [0] {_id, _rev}
}`);
