import { useCallback, useEffect, useState } from 'react';

import { NO_FILTER } from '../list/filter.ts';
import type { Filter } from '../list/filter.ts';

/** A search begins when so long nothing was typed. */
const PAUSE_MS = 250;

/** The filter, and what is being typed into its search field. */
export function useFilter() {
  const [filter, setFilter] = useState(NO_FILTER);
  const [typed, setTyped] = useState('');

  useEffect(() => {
    const timer = setTimeout(() => {
      setFilter((before) => (before.search === typed ? before : { ...before, search: typed }));
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);

  const narrow = useCallback((change: Partial<Omit<Filter, 'search'>>) => {
    setFilter((before) => ({ ...before, ...change }));
  }, []);
  const clear = useCallback(() => {
    setTyped('');
    setFilter(NO_FILTER);
  }, []);

  return { filter, typed, setTyped, narrow, clear };
}
