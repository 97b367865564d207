import { Box, Checkbox, Dialog, Flex, KBD, Stack, Text } from '@sanity/ui';

import { KEYS } from './keys.ts';

interface KeyHelpProps {
  readonly isOn: boolean;
  readonly onTurn: (isOn: boolean) => void;
  readonly onClose: () => void;
}

/** The keys of the Comments tool, and the switch that turns them off. */
export function KeyHelp({ isOn, onTurn, onClose }: KeyHelpProps) {
  return (
    <Dialog id="comment-keys" header="Keys" width={0} onClose={onClose} onClickOutside={onClose}>
      <Box padding={4}>
        <Stack gap={4}>
          <Flex as="label" gap={3} align="center">
            <Checkbox
              checked={isOn}
              onChange={({ currentTarget }) => onTurn(currentTarget.checked)}
            />
            <Text size={1}>Use these keys in this browser</Text>
          </Flex>
          <Text size={1} muted>
            A verdict is on all that are chosen, or where none are chosen on the comment you are at.
          </Text>
          <Stack as="dl" gap={3} style={{ margin: 0 }}>
            {KEYS.map(({ command, keys, shift, title }) => (
              <Flex key={command} gap={3} align="center">
                <Box as="dt" style={{ flex: '0 0 4.5rem' }}>
                  <Flex gap={1}>
                    {keys.map((key) => (
                      <KBD key={key} fontSize={1}>
                        {shift ? `Shift ${key}` : key}
                      </KBD>
                    ))}
                  </Flex>
                </Box>
                <Box as="dd" style={{ margin: 0 }}>
                  <Text size={1}>{title}</Text>
                </Box>
              </Flex>
            ))}
          </Stack>
        </Stack>
      </Box>
    </Dialog>
  );
}
