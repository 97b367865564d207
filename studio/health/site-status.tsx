import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle';
import { ErrorOutlineIcon } from '@sanity/icons/ErrorOutline';
import { InfoOutlineIcon } from '@sanity/icons/InfoOutline';
import { SyncIcon } from '@sanity/icons/Sync';
import { UnlinkIcon } from '@sanity/icons/Unlink';
import { Box, Button, Card, Stack, Text, useClickOutsideEvent } from '@sanity/ui';
import { Popover } from '@sanity/ui/popover';
import { useRef, useState } from 'react';

import { UNSEEN } from '../unseen.ts';
import { toPagesText, toStateText } from './health.ts';
import type { SiteState } from './health.ts';
import { useSiteState } from './use-site-state.ts';

const LOOKS = {
  unknown: { icon: SyncIcon, tone: 'default' },
  ok: { icon: CheckmarkCircleIcon, tone: 'default' },
  publishing: { icon: SyncIcon, tone: 'default' },
  unreachable: { icon: UnlinkIcon, tone: 'caution' },
  failing: { icon: ErrorOutlineIcon, tone: 'critical' },
} as const;

const EXPLANATIONS = {
  unknown: 'The site has not answered yet.',
  ok: 'Readers see everything that is published.',
  publishing: 'The pages that show the latest changes are being written.',
  unreachable:
    'The site does not answer, so nobody can tell whether readers see what is published. Publishing is safe: the site catches up when it is back.',
  failing:
    'Readers see the last good version of these pages. Mend the document, then publish again.',
} as const;

function looksOf({ kind, warnings = [] }: SiteState) {
  return kind === 'ok' && warnings.length > 0
    ? { ...LOOKS.ok, icon: InfoOutlineIcon }
    : LOOKS[kind];
}

function isTrouble({ kind }: SiteState): boolean {
  return kind === 'failing' || kind === 'unreachable';
}

function Details({ state }: { readonly state: SiteState }) {
  const { warnings = [] } = state;
  return (
    <Box padding={4} style={{ maxWidth: '24rem', maxHeight: '60vh', overflow: 'auto' }}>
      <Stack gap={4}>
        <Text size={1} muted>
          {EXPLANATIONS[state.kind]}
        </Text>
        {state.kind === 'failing' && (
          <Stack as="ul" gap={4}>
            {state.failures.map((pages) => (
              <Stack as="li" key={pages.path} gap={3}>
                <Text size={1} weight="semibold" style={{ overflowWrap: 'anywhere' }}>
                  {toPagesText(pages)}
                </Text>
                <Text size={1} style={{ overflowWrap: 'anywhere' }}>
                  {pages.message}
                </Text>
              </Stack>
            ))}
          </Stack>
        )}
        {warnings.length > 0 && (
          <Stack gap={4}>
            <Text size={1} weight="semibold">
              To mend when there is time
            </Text>
            <Stack as="ul" gap={4}>
              {warnings.map((warning) => (
                <Text as="li" key={warning} size={1} style={{ overflowWrap: 'anywhere' }}>
                  {warning}
                </Text>
              ))}
            </Stack>
          </Stack>
        )}
      </Stack>
    </Box>
  );
}

/** Says whether readers see what is published; pressed, it says more. */
export function SiteStatus({ address }: { readonly address: string }) {
  const state = useSiteState(address);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  useClickOutsideEvent(
    () => setOpen(false),
    () => [button.current, card.current],
  );
  const { icon, tone } = looksOf(state);

  return (
    <>
      {/* Read out only when something needs the editor. */}
      <output style={UNSEEN}>{isTrouble(state) ? toStateText(state) : ''}</output>
      <Popover
        open={open}
        portal
        placement="bottom-start"
        content={
          <Card
            ref={card}
            radius={3}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setOpen(false);
            }}
          >
            <Details state={state} />
          </Card>
        }
      >
        <Button
          ref={button}
          mode="bleed"
          tone={tone}
          fontSize={1}
          padding={2}
          icon={icon}
          text={toStateText(state)}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setOpen(false);
          }}
        />
      </Popover>
    </>
  );
}
