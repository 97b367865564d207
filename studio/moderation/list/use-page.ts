import type { SanityClient } from '@sanity/client';
import { useCallback, useEffect, useRef, useState } from 'react';

import { toPublishedId } from '../comment.ts';
import { toFilterKey } from './filter.ts';
import { loadPage } from './load.ts';
import type { Page, PageRequest } from './load.ts';
import { anyCommentQuery } from './queries.ts';
import { createRefresher } from './refresher.ts';
import type { Refresher } from './refresher.ts';
import { reusePage } from './reuse.ts';

/** Changes within so long are one reload (a publish is two), and reloads are at least so far apart. */
const SETTLE_MS = 200;

/** Who changed which comment is remembered for so many. */
const REMEMBERED = 500;

export interface PageState {
  readonly page: Page | undefined;
  /** What `page` answers; another request while the wanted one is still loading. */
  readonly shown: string;
  readonly failed: boolean;
  /** Ends once the list shows what holds from then on. */
  readonly reload: () => Promise<void>;
  /** The user id of who changed a comment last, while this was open. */
  readonly lastToChange: (id: string) => string | undefined;
}

/** A name for what is asked for, whatever the length of the list. */
export function toRequestKey({ tab, filter }: Pick<PageRequest, 'tab' | 'filter'>): string {
  return `${tab} ${toFilterKey(filter)}`;
}

/** The comments of a tab, kept up to date: loads at once, and again whenever any comment changes. */
export function usePage(client: SanityClient, { tab, filter, limit }: PageRequest): PageState {
  const [state, setState] = useState<{ page?: Page; shown: string; failed: boolean }>({
    shown: toRequestKey({ tab, filter }),
    failed: false,
  });
  const wanted = useRef({ tab, filter, limit });
  const turns = useRef(0);
  const load = useCallback(async () => {
    turns.current += 1;
    const turn = turns.current;
    const asked = wanted.current;
    try {
      const page = await loadPage(client, asked);
      // An older answer must not overwrite a newer one.
      if (turn !== turns.current) return;
      setState((before) => ({
        page: reusePage(before.page, page),
        shown: toRequestKey(asked),
        failed: false,
      }));
    } catch {
      if (turn === turns.current) setState((before) => ({ ...before, failed: true }));
    }
  }, [client]);

  const refresher = useRef<Refresher>(undefined);
  const changedBy = useRef(new Map<string, string>());
  useEffect(() => {
    const made = createRefresher(load, SETTLE_MS);
    refresher.current = made;
    const listener = client
      .listen(
        anyCommentQuery,
        {},
        // “welcome” comes after each reconnection too: something may have been missed.
        {
          events: ['welcome', 'mutation'],
          includeResult: false,
          visibility: 'query',
          tag: 'moderation',
        },
      )
      .subscribe({
        next: (event) => {
          if (event.type === 'mutation') {
            remember(changedBy.current, toPublishedId(event.documentId), event.identity);
          }
          void made.soon();
        },
        error: () => setState((before) => ({ ...before, failed: true })),
      });
    return () => {
      made.stop();
      listener.unsubscribe();
    };
  }, [client, load]);

  useEffect(() => {
    wanted.current = { tab, filter, limit };
    void refresher.current?.now();
  }, [tab, filter, limit]);

  const reload = useCallback(async () => refresher.current?.soon(), []);
  const lastToChange = useCallback((id: string) => changedBy.current.get(id), []);
  return {
    page: state.page,
    shown: state.shown,
    failed: state.failed,
    reload,
    lastToChange,
  };
}

function remember(changedBy: Map<string, string>, id: string, who: string): void {
  changedBy.delete(id);
  changedBy.set(id, who);
  const oldest = changedBy.keys().next().value;
  if (changedBy.size > REMEMBERED && oldest !== undefined) changedBy.delete(oldest);
}
