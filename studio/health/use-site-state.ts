import { useEffect, useState } from 'react';

import { nextAskIn, parseHealth, toState } from './health.ts';
import type { SiteState } from './health.ts';

const PATIENCE_MS = 8000;

async function askSite(address: string): Promise<SiteState> {
  try {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    const response = await fetch(address, { cache: 'no-store', credentials: 'omit', signal });
    return toState(parseHealth(await response.json()));
  } catch {
    return { kind: 'unreachable' };
  }
}

/** Where the site stands, asked every few seconds while the Studio is in view. */
export function useSiteState(address: string): SiteState {
  const [state, setState] = useState<SiteState>({ kind: 'unknown' });

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let turn = 0;
    const ask = async () => {
      clearTimeout(timer);
      turn += 1;
      const mine = turn;
      const answer = await askSite(address);
      // An older answer must not overwrite a newer one, nor one come after the end.
      if (mine !== turn) return;
      setState(answer);
      if (document.visibilityState === 'visible') {
        timer = setTimeout(() => void ask(), nextAskIn(answer));
      }
    };
    const onShown = () => {
      if (document.visibilityState === 'visible') void ask();
    };
    void ask();
    document.addEventListener('visibilitychange', onShown);
    return () => {
      turn += 1;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', onShown);
    };
  }, [address]);

  return state;
}
