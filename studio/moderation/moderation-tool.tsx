import {
  Box,
  Button,
  Card,
  Container,
  Flex,
  Heading,
  Spinner,
  Stack,
  Tab,
  TabList,
  TabPanel,
  Text,
} from '@sanity/ui';
import { useCallback, useMemo, useState, useRef } from 'react';
import { useClient } from 'sanity';
import { useRouter } from 'sanity/router';

import { CommentCard, toCardId } from './comment-card.tsx';
import type { ModeratedComment } from './comment.ts';
import { DeleteDialog } from './delete-dialog.tsx';
import { neighbourOf, toTabLabel, withMoves, withoutMoved } from './desk.ts';
import { EMPTY_TEXTS, parseTab, TABS } from './tabs.ts';
import { usePage } from './use-page.ts';
import { useVerdicts } from './use-verdicts.ts';
import { verdictsFor } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const STEP = 50;
/** How long after a verdict a click is taken for a part of the same one, in milliseconds. */
const PAUSE_MS = 500;
const PANEL = 'moderation-panel';

function Trouble({ onRetry }: { readonly onRetry: () => void }) {
  return (
    <Card tone="critical" border radius={2} padding={4} role="alert">
      <Flex gap={3} align="center" wrap="wrap">
        <Box flex={1}>
          <Text size={1}>The comments could not be loaded. What is shown may be out of date.</Text>
        </Box>
        <Button text="Try again" mode="ghost" onClick={onRetry} />
      </Flex>
    </Card>
  );
}

/** The Comments tool: pending, approved, spam and trash, each kept up to date by itself. */
export function ModerationTool() {
  const base = useClient({ apiVersion: '2026-05-01' });
  const client = useMemo(() => base.withConfig({ perspective: 'raw', useCdn: false }), [base]);
  const router = useRouter();
  const tab = parseTab(router.state['tab']);
  const [limits, setLimits] = useState<Readonly<Record<string, number>>>({});
  const { page, shown, failed, reload } = usePage(client, tab, limits[tab] ?? STEP);
  const { moves, decide } = useVerdicts(client, reload);
  const [doomed, setDoomed] = useState<ModeratedComment>();

  const current = shown === tab ? page : undefined;
  const comments = withoutMoved(current?.comments ?? [], moves);
  const counts = page && withMoves(page.counts, moves, page.comments);

  const lastVerdict = useRef(-PAUSE_MS);
  const carryOut = useCallback(
    (comment: ModeratedComment, verdict: Verdict) => {
      // The next comment moves under the pointer: a second click of a double click is not meant for it.
      const at = performance.now();
      if (at - lastVerdict.current < PAUSE_MS) return;
      lastVerdict.current = at;
      const next = neighbourOf(comments, comment.id);
      document.getElementById(next === undefined ? PANEL : toCardId(next))?.focus();
      void decide(comment, verdict);
    },
    [comments, decide],
  );

  return (
    <Card height="fill" overflow="auto">
      <Container width={1} padding={[3, 4]} paddingBottom={6}>
        <Stack gap={[4, 5]}>
          <Heading as="h1" size={[1, 2]}>
            Comments
          </Heading>
          <TabList gap={1}>
            {TABS.map((name) => (
              <Tab
                key={name}
                id={`moderation-${name}`}
                aria-controls={PANEL}
                label={toTabLabel(name, counts)}
                selected={name === tab}
                onClick={() => router.navigate({ tab: name })}
              />
            ))}
          </TabList>
          {failed && <Trouble onRetry={() => void reload()} />}
          <TabPanel id={PANEL} aria-labelledby={`moderation-${tab}`} tabIndex={-1}>
            {current ? (
              <Stack gap={4}>
                {comments.length === 0 && (
                  <Card padding={5} radius={3} tone="transparent" border>
                    <Text align="center" muted>
                      {EMPTY_TEXTS[tab]}
                    </Text>
                  </Card>
                )}
                {comments.map((comment) => {
                  const context = current.contexts.get(comment.id);
                  return (
                    <CommentCard
                      key={comment.id}
                      comment={comment}
                      context={context}
                      verdicts={verdictsFor(comment, context)}
                      onVerdict={(on, verdict) =>
                        verdict === 'delete' ? setDoomed(on) : carryOut(on, verdict)
                      }
                    />
                  );
                })}
                {current.counts[tab] > current.comments.length && (
                  <Button
                    mode="ghost"
                    text="Show more"
                    onClick={() => setLimits({ ...limits, [tab]: (limits[tab] ?? STEP) + STEP })}
                  />
                )}
              </Stack>
            ) : (
              !failed && (
                <Flex justify="center" padding={5}>
                  <Spinner muted />
                </Flex>
              )
            )}
          </TabPanel>
        </Stack>
      </Container>
      {doomed && (
        <DeleteDialog
          name={doomed.name}
          onCancel={() => setDoomed(undefined)}
          onConfirm={() => {
            setDoomed(undefined);
            carryOut(doomed, 'delete');
          }}
        />
      )}
    </Card>
  );
}
