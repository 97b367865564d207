import type { SanityClient } from '@sanity/client';
import { useEffect, useState } from 'react';

import { COMMENT_SETTINGS_ID } from '../../structure/kinds.ts';
import { fieldOf } from '../comment.ts';
import { setupQuery, toSummary } from './summary.ts';
import type { SummaryLine } from './summary.ts';

export interface Setup {
  readonly lines: readonly SummaryLine[];
  /** A change of the comment settings waits to be published. */
  readonly unpublished: boolean;
}

/** What is set about comments; undefined until it is known. */
export function useSetup(client: SanityClient): Setup | undefined {
  const [setup, setSetup] = useState<Setup>();

  useEffect(() => {
    let wanted = true;
    const params = { id: COMMENT_SETTINGS_ID, draftId: `drafts.${COMMENT_SETTINGS_ID}` };
    const load = async () => {
      const found: unknown = await client.fetch(setupQuery, params, { tag: 'moderation.setup' });
      const lines = toSummary(fieldOf(found, 'comments'), fieldOf(found, 'site'));
      if (wanted) setSetup({ lines, unpublished: fieldOf(found, 'unpublished') === true });
    };
    const listener = client
      .listen(
        '*[_type in ["commentSettings", "settings"]]',
        {},
        { events: ['welcome', 'mutation'], includeResult: false, visibility: 'query' },
      )
      .subscribe({
        // Where the store does not answer, what was known stays; the list says that it is away.
        next: () => void load().catch(() => {}),
        error: () => {},
      });
    return () => {
      wanted = false;
      listener.unsubscribe();
    };
  }, [client]);

  return setup;
}
