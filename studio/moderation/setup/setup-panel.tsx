import type { SanityClient } from '@sanity/client';
import { Box, Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui';
import { useIntentLink } from 'sanity/router';

import { toOutboxText } from '../../health/health.ts';
import { useSiteState } from '../../health/use-site-state.ts';
import { COMMENT_SETTINGS_ID } from '../../structure/kinds.ts';
import { useSetup } from './use-setup.ts';

function Change({ id, type, text }: { id: string; type: string; text: string }) {
  const { href, onClick } = useIntentLink({ intent: 'edit', params: { id, type } });
  return <Button as="a" href={href} onClick={onClick} mode="ghost" fontSize={[2, 1]} text={text} />;
}

function OnTheirWay({ address }: { readonly address: string }) {
  const state = useSiteState(address);
  return <Line title="Between the site and here" text={toOutboxText(state)} />;
}

function Line({ title, text }: { readonly title: string; readonly text: string }) {
  return (
    <Flex gap={[2, 4]} wrap="wrap">
      <Box as="dt" style={{ flex: '0 0 15rem' }}>
        <Text size={1} muted>
          {title}
        </Text>
      </Box>
      <Box as="dd" flex={1} style={{ margin: 0, minWidth: '14rem' }}>
        <Text size={1}>{text}</Text>
      </Box>
    </Flex>
  );
}

interface SetupPanelProps {
  readonly client: SanityClient;
  /** Where the site says how it is; undefined for a site without a server of its own. */
  readonly healthUrl: string | undefined;
}

/** How comments are taken, in words, and the ways to change it. */
export function SetupPanel({ client, healthUrl }: SetupPanelProps) {
  const setup = useSetup(client);
  if (setup === undefined) {
    return (
      <Flex justify="center" padding={5}>
        <Spinner muted />
      </Flex>
    );
  }
  return (
    <Stack gap={5}>
      {setup.unpublished && (
        <Card tone="caution" border radius={2} padding={3}>
          <Text size={1}>
            Somebody has begun to change the comment settings. It holds once it is published.
          </Text>
        </Card>
      )}
      <Card border radius={3} padding={[3, 4]}>
        <Stack as="dl" gap={4} style={{ margin: 0 }}>
          {setup.lines.map(({ title, text }) => (
            <Line key={title} title={title} text={text} />
          ))}
          {healthUrl !== undefined && <OnTheirWay address={healthUrl} />}
        </Stack>
      </Card>
      <Flex gap={2} wrap="wrap">
        <Change
          id={COMMENT_SETTINGS_ID}
          type="commentSettings"
          text="Change the comment settings"
        />
        <Change id="settings" type="settings" text="Change when comments close" />
      </Flex>
    </Stack>
  );
}
