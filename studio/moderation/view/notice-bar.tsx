import { Box, Button, Card, Flex, Stack, Text } from '@sanity/ui';

import type { Notice } from '../verdicts/report.ts';

interface NoticeBarProps {
  readonly notice: Notice;
  readonly onUndo: () => void;
  readonly onClose: () => void;
}

/** Says what was done, and offers to take it back. It stays until the next thing is done. */
export function NoticeBar({ notice, onUndo, onClose }: NoticeBarProps) {
  const { tone, text, problems, undos } = notice;
  return (
    <Card
      tone={tone === 'done' ? 'positive' : 'caution'}
      border
      radius={3}
      shadow={3}
      padding={2}
      style={{ position: 'sticky', bottom: '0.75rem', zIndex: 2 }}
    >
      <Flex gap={2} align="center">
        <Box flex={1} padding={2}>
          <Stack gap={3}>
            <Text size={1}>{text}</Text>
            {problems.length > 0 && (
              <Stack
                as="ul"
                gap={3}
                style={{ margin: 0, padding: 0, maxHeight: '30vh', overflow: 'auto' }}
              >
                {problems.map((problem, at) => (
                  <Text as="li" key={at} size={1} muted style={{ overflowWrap: 'anywhere' }}>
                    {problem}
                  </Text>
                ))}
              </Stack>
            )}
          </Stack>
        </Box>
        {undos.length > 0 && (
          <Button text="Undo" mode="ghost" fontSize={[2, 1]} padding={3} onClick={onUndo} />
        )}
        <Button text="Close" mode="bleed" fontSize={[2, 1]} padding={3} onClick={onClose} />
      </Flex>
    </Card>
  );
}
