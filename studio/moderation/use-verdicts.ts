import type { SanityClient } from '@sanity/client';
import { useToast } from '@sanity/ui/toast';
import { useCallback, useState } from 'react';

import type { ModeratedComment } from './comment.ts';
import type { Move } from './desk.ts';
import { toFailureText } from './failure.ts';
import { tabOf } from './tabs.ts';
import { carryOut, toTab, VERDICT_DONE } from './verdict.ts';
import type { Verdict } from './verdict.ts';

/**
 * Carries out verdicts and says how they went.
 *
 * `moves` holds the verdicts that the shown list may not know of yet, so that a comment leaves the list at once and
 * comes back when the server refuses.
 */
export function useVerdicts(client: SanityClient, reload: () => Promise<void>) {
  const toast = useToast();
  const [moves, setMoves] = useState<readonly Move[]>([]);

  const decide = useCallback(
    async (comment: ModeratedComment, verdict: Verdict) => {
      const { id, revision } = comment;
      const move: Move = { id, revision, from: tabOf(comment), to: toTab(verdict) };
      const forget = () => setMoves((before) => before.filter((other) => other !== move));
      setMoves((before) => [...before, move]);
      try {
        await carryOut(client, verdict, comment);
        toast.push({ status: 'success', title: VERDICT_DONE[verdict], duration: 3000 });
      } catch (error) {
        forget();
        toast.push({
          status: 'error',
          title: `“${comment.name}”: not done`,
          description: toFailureText(error),
          closable: true,
          duration: 10_000,
        });
      }
      await reload();
      forget();
    },
    [client, reload, toast],
  );

  return { moves, decide };
}
