import { Button, Card, Container, Flex, Heading, Stack, Tab, TabList, TabPanel } from '@sanity/ui';
import { useMemo, useState } from 'react';
import { useClient } from 'sanity';
import { useRouter } from 'sanity/router';

import { KeyHelp } from '../keys/key-help.tsx';
import { useKeySwitch } from '../keys/use-key-switch.ts';
import { toTabLabel } from '../list/moves.ts';
import { parseView, VIEWS } from '../list/tabs.ts';
import type { Counts } from '../list/tabs.ts';
import { SetupPanel } from '../setup/setup-panel.tsx';
import { Desk } from './desk.tsx';

const PANEL = 'moderation-panel';

/** What the Comments tool needs to know of the site. */
export interface ModerationOptions {
  /** Its address, for links to pages. */
  readonly site: string;
  /** Where it says how it is; undefined for a site without a server of its own. */
  readonly healthUrl: string | undefined;
}

/** The Comments tool: pending, approved, spam and trash, each kept up to date by itself, and the settings. */
export function ModerationTool({ site, healthUrl }: ModerationOptions) {
  const base = useClient({ apiVersion: '2026-05-01' });
  const client = useMemo(() => base.withConfig({ perspective: 'raw', useCdn: false }), [base]);
  const router = useRouter();
  const view = parseView(router.state['tab']);
  const [counts, setCounts] = useState<Counts>();
  const [hasKeys, turnKeys] = useKeySwitch();
  const [helps, setHelps] = useState(false);

  return (
    <Card height="fill" overflow="auto">
      <Container width={2} padding={[3, 4]} paddingBottom={6}>
        <Stack gap={4}>
          <Flex align="center" justify="space-between" gap={3}>
            <Heading as="h1" size={[1, 2]}>
              Comments
            </Heading>
            <Button
              mode="bleed"
              fontSize={1}
              padding={2}
              text="Keys"
              onClick={() => setHelps(true)}
            />
          </Flex>
          <TabList gap={1}>
            {VIEWS.map((name) => (
              <Tab
                key={name}
                id={`moderation-${name}`}
                aria-controls={PANEL}
                label={name === 'settings' ? 'Settings' : toTabLabel(name, counts)}
                selected={name === view}
                onClick={() => router.navigate({ tab: name })}
              />
            ))}
          </TabList>
          <TabPanel id={PANEL} aria-labelledby={`moderation-${view}`}>
            {view === 'settings' ? (
              <SetupPanel client={client} healthUrl={healthUrl} />
            ) : (
              <Desk
                client={client}
                tab={view}
                site={site}
                hasKeys={hasKeys && !helps}
                onCounts={setCounts}
                onHelp={() => setHelps(true)}
              />
            )}
          </TabPanel>
        </Stack>
      </Container>
      {helps && <KeyHelp isOn={hasKeys} onTurn={turnKeys} onClose={() => setHelps(false)} />}
    </Card>
  );
}
