import { Box, Button, Card, Flex, Text } from '@sanity/ui';

/** Says that the list may not be what the store holds. */
export function Trouble({ onRetry }: { readonly onRetry: () => void }) {
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
