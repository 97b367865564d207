import type { SanityClient } from '@sanity/client';
import { useCallback, useEffect, useRef, useState } from 'react';

import { loadPage } from './load.ts';
import type { Page } from './load.ts';
import { anyCommentQuery } from './queries.ts';
import type { Tab } from './tabs.ts';

/** One burst of changes (a publish is two) is one reload. */
const SETTLE_MS = 200;

export interface PageState {
  readonly page: Page | undefined;
  /** The tab that `page` shows; another one while the chosen tab is still loading. */
  readonly shown: Tab;
  readonly failed: boolean;
  readonly reload: () => Promise<void>;
}

/** The comments of a tab, kept up to date: loads at once, and again whenever any comment changes. */
export function usePage(client: SanityClient, tab: Tab, limit: number): PageState {
  const [state, setState] = useState<{ page?: Page; shown: Tab; failed: boolean }>({
    shown: tab,
    failed: false,
  });
  const latest = useRef(0);

  const reload = useCallback(async () => {
    latest.current += 1;
    const turn = latest.current;
    try {
      const page = await loadPage(client, tab, limit);
      // An older answer must not overwrite a newer one.
      if (turn === latest.current) setState({ page, shown: tab, failed: false });
    } catch {
      if (turn === latest.current) setState((before) => ({ ...before, failed: true }));
    }
  }, [client, tab, limit]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reloadIn = (wait: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void reload(), wait);
    };
    reloadIn(0);
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
        next: () => reloadIn(SETTLE_MS),
        error: () => setState((before) => ({ ...before, failed: true })),
      });
    return () => {
      clearTimeout(timer);
      listener.unsubscribe();
    };
  }, [client, reload]);

  return { page: state.page, shown: state.shown, failed: state.failed, reload };
}
