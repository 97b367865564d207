import { Box, Button, Dialog, Flex, Text } from '@sanity/ui';

interface DeleteDialogProps {
  readonly name: string;
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks before a comment is deleted for good. */
export function DeleteDialog({ name, onCancel, onConfirm }: DeleteDialogProps) {
  return (
    <Dialog
      id="delete-comment"
      header="Delete this comment?"
      width={0}
      onClose={onCancel}
      onClickOutside={onCancel}
      footer={
        <Flex gap={2} justify="flex-end" padding={3}>
          <Button mode="bleed" text="Keep" onClick={onCancel} />
          <Button tone="critical" text="Delete for good" onClick={onConfirm} />
        </Flex>
      }
    >
      <Box padding={4}>
        <Text>The comment by {name} and its email address are removed. This cannot be undone.</Text>
      </Box>
    </Dialog>
  );
}
