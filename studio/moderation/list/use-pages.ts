import type { SanityClient } from '@sanity/client';
import { useEffect, useState } from 'react';

import { loadPages } from './load.ts';
import type { PageChoice } from './load.ts';
import type { Tab } from './tabs.ts';

const NONE: readonly PageChoice[] = [];

/** The pages that a tab can be narrowed to, as they were when it was opened; asked for once the list is there. */
export function usePages(client: SanityClient, tab: Tab, isListed: boolean): readonly PageChoice[] {
  const [pages, setPages] = useState(NONE);
  useEffect(() => {
    if (!isListed) return undefined;
    let wanted = true;
    loadPages(client, tab).then(
      (found) => wanted && setPages(found),
      // The list says that the store does not answer; comments name their page as well.
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [client, tab, isListed]);
  return pages;
}
