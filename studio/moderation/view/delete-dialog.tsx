import { Box, Button, Dialog, Flex, Text } from '@sanity/ui';

interface DeleteDialogProps {
  /** Of the comments that are to go. */
  readonly names: readonly string[];
  readonly onCancel: () => void;
  readonly onConfirm: () => void;
}

/** Asks before comments are deleted for good. */
export function DeleteDialog({ names, onCancel, onConfirm }: DeleteDialogProps) {
  const [name, ...others] = names;
  const many = others.length > 0;
  return (
    <Dialog
      id="delete-comment"
      header={many ? `Delete ${names.length} comments?` : 'Delete this comment?'}
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
        <Text>
          {many
            ? `${names.length} comments and their email addresses are removed, with everything that is remembered of them.`
            : `The comment by ${name} and its email address are removed, with everything that is remembered of them.`}{' '}
          This cannot be undone.
        </Text>
      </Box>
    </Dialog>
  );
}
