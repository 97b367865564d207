import type { SanityClient } from '@sanity/client';
import { useEffect, useState } from 'react';

import { reuseMap } from '../list/reuse.ts';
import type { CommentContext } from './context.ts';
import { fatesQuery, partsQuery, toFateIds, toHistories } from './history.ts';
import type { AddressHistory } from './history.ts';

type Histories = ReadonlyMap<string, AddressHistory>;

const NONE: Histories = new Map();

async function loadHistories(client: SanityClient, emails: readonly string[]): Promise<Histories> {
  const parts: unknown = await client.fetch(partsQuery, { emails }, { tag: 'moderation.history' });
  const ids = toFateIds(parts);
  const fates: unknown = await client.fetch(fatesQuery, { ids }, { tag: 'moderation.fates' });
  return toHistories(parts, fates);
}

/**
 * What came from each address of the shown comments, by the address in small letters: asked for together, after the
 * comments are there, and anew with each of their answers.
 */
export function useHistories(
  client: SanityClient,
  contexts: ReadonlyMap<string, CommentContext> | undefined,
): Histories {
  const [histories, setHistories] = useState(NONE);

  useEffect(() => {
    const addresses = [...(contexts?.values() ?? [])].map(({ sender }) => sender?.email);
    const emails = [...new Set(addresses.filter((email) => email !== undefined))];
    if (emails.length === 0) return undefined;
    let wanted = true;
    loadHistories(
      client,
      emails.map((email) => email.toLowerCase()),
    ).then(
      (found) => wanted && setHistories((before) => reuseMap(before, found)),
      // The list says that the store does not answer; without the history it can still be worked through.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [client, contexts]);

  return histories;
}
