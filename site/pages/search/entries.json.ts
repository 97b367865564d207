import { catalogue } from '../../cms/current-catalogue.ts';
import { toFoundEntries } from '../../text/found-entries.ts';

/** What the search index holds beside pages; see site/search/index-site.ts. */
export const GET = (): Response => Response.json(toFoundEntries(catalogue()));
