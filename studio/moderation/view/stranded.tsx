import { Button, Card, Flex, Stack, Text, TextArea } from '@sanity/ui';

interface StrandedProps {
  /** Whose comment it was about. */
  readonly name: string;
  readonly text: string;
  readonly onClose: () => void;
}

/** What an editor was typing when the comment went from the list. */
export function Stranded({ name, text, onClose }: StrandedProps) {
  return (
    <Card
      tone="caution"
      border
      radius={3}
      shadow={3}
      padding={[3, 4]}
      role="alert"
      // Above the bar that chooses all, which stays at the same place.
      style={{ position: 'sticky', top: '0.75rem', zIndex: 3 }}
    >
      <Stack gap={4}>
        <Text size={1}>
          The comment by {name} went from this list while you were writing. What you typed is kept:
          open the comment in the list where it is now, or copy it from here.
        </Text>
        <TextArea readOnly aria-label="What you typed" rows={4} fontSize={[2, 2, 1]} value={text} />
        <Flex>
          <Button mode="ghost" text="Close" fontSize={[2, 1]} padding={3} onClick={onClose} />
        </Flex>
      </Stack>
    </Card>
  );
}
