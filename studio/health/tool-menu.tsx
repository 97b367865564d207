import { Box, Flex } from '@sanity/ui';
import type { ToolMenuProps } from 'sanity';

import { SiteStatus } from './site-status.tsx';

/** The Studio's own menu of tools, with the state of the site after it. */
export function toToolMenu(address: string) {
  return function ToolMenuWithStatus(props: ToolMenuProps) {
    const isBar = props.context === 'topbar';
    return (
      <Flex align={isBar ? 'center' : 'stretch'} direction={isBar ? 'row' : 'column'} gap={2}>
        {props.renderDefault(props)}
        <Box flex="none">
          <SiteStatus address={address} />
        </Box>
      </Flex>
    );
  };
}
