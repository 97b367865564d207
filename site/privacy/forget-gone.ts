import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import type { MailTraces } from '../mail/traces.ts';
import { idsOfAll } from './personal-data.ts';

const presentQuery = '*[_id in $ids]._id';
const AT_ONCE = 200;

/**
 * Forgets what the mail has noted about comments that are not in the store any more, whoever deleted
 * them.
 *
 * @param client sees everything
 * @returns how many comments that were
 */
export async function forgetGone(
  client: SanityClient,
  traces: Pick<MailTraces, 'comments' | 'eraseComments'>,
): Promise<number> {
  const noted = traces.comments();
  let forgotten = 0;
  for (let from = 0; from < noted.length; from += AT_ONCE) {
    const ids = noted.slice(from, from + AT_ONCE);
    const asked = { ids: ids.flatMap(idsOfAll) };
    const present = new Set(z.array(z.string()).parse(await client.fetch(presentQuery, asked)));
    const missed = ids.filter((id) => !idsOfAll(id).some((each) => present.has(each)));
    if (missed.length === 0) continue;
    // By id, since a query may not know yet what was written a moment ago.
    const found = await client.getDocuments(missed.flatMap(idsOfAll));
    for (const document of found) if (document !== null) present.add(document._id);
    const gone = missed.filter((id) => !idsOfAll(id).some((each) => present.has(each)));
    if (gone.length > 0) traces.eraseComments(gone);
    forgotten += gone.length;
  }
  return forgotten;
}
