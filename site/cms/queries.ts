import { defineQuery } from 'groq';

/** Published documents of the given types after an id, in the order of their ids: `$types`, `$after`, at most 500. */
export const documentsAfterQuery = defineQuery(
  `*[_type in $types && _id > $after] | order(_id asc) [0...500]`,
);

/** What a listener follows: every document of the given types (`$types`). */
export const documentsQuery = defineQuery(`*[_type in $types]`);
