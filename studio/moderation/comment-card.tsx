import { Badge, Button, Card, Flex, Stack, Text } from '@sanity/ui';
import type { ButtonTone } from '@sanity/ui';
import { IntentLink } from 'sanity/router';

import { CommentBody } from './comment-body.tsx';
import type { ModeratedComment } from './comment.ts';
import type { CommentContext } from './context.ts';
import { VERDICT_TITLES } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const TONES: Readonly<Partial<Record<Verdict, ButtonTone>>> = {
  'take-down': 'caution',
  delete: 'critical',
};

/** The id of a comment's card in the page, so that the focus can move to it. */
export function toCardId(id: string): string {
  return `moderated-${id}`;
}

function toWhen(submittedAt: string): string {
  return Number.isNaN(Date.parse(submittedAt))
    ? 'Date unknown'
    : WHEN.format(new Date(submittedAt));
}

function Around({
  comment,
  context,
}: {
  comment: ModeratedComment;
  context: CommentContext | undefined;
}) {
  const page = context?.page;
  const parent = context?.parent;
  return (
    <Stack gap={4}>
      <Text size={1} muted style={{ overflowWrap: 'anywhere' }}>
        {[context?.email ?? 'No email address', comment.website].filter(Boolean).join(' · ')}
      </Text>
      <Text size={1} muted>
        On{' '}
        {page ? (
          <IntentLink intent="edit" params={{ id: page.id, type: page.type }}>
            {page.title}
          </IntentLink>
        ) : (
          'a page that is gone'
        )}
      </Text>
      {parent && (
        <Card tone="transparent" border radius={2} padding={3}>
          <Stack gap={3}>
            <Text size={1} muted weight="medium">
              In answer to {parent.name}
            </Text>
            <Text size={1} muted style={{ overflowWrap: 'anywhere' }}>
              {parent.excerpt}
            </Text>
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

export interface CommentCardProps {
  readonly comment: ModeratedComment;
  readonly context: CommentContext | undefined;
  readonly verdicts: readonly Verdict[];
  readonly onVerdict: (comment: ModeratedComment, verdict: Verdict) => void;
}

/** One comment with what surrounds it, and what can be done about it. */
export function CommentCard({ comment, context, verdicts, onVerdict }: CommentCardProps) {
  const headingId = `${toCardId(comment.id)}-name`;
  return (
    <Card
      as="article"
      id={toCardId(comment.id)}
      aria-labelledby={headingId}
      tabIndex={-1}
      border
      radius={3}
      padding={[3, 4]}
    >
      <Stack gap={5}>
        <Stack gap={4}>
          <Flex gap={3} wrap="wrap" align="baseline" justify="space-between">
            <Text
              as="h2"
              id={headingId}
              size={2}
              weight="semibold"
              style={{ overflowWrap: 'anywhere' }}
            >
              {comment.name}
            </Text>
            <Text as="time" dateTime={comment.submittedAt} size={1} muted>
              {toWhen(comment.submittedAt)}
            </Text>
          </Flex>
          <Around comment={comment} context={context} />
        </Stack>
        <CommentBody body={comment.body} />
        {context && (context.reasons.length > 0 || context.approvedBefore) && (
          <Flex gap={2} wrap="wrap">
            {context.approvedBefore && <Badge tone="primary">Change to an approved comment</Badge>}
            {context.reasons.map((reason) => (
              <Badge key={reason} tone="caution">
                {reason}
              </Badge>
            ))}
          </Flex>
        )}
        <Flex gap={2} wrap="wrap">
          {verdicts.map((verdict) => (
            <Button
              key={verdict}
              text={VERDICT_TITLES[verdict]}
              aria-label={`${VERDICT_TITLES[verdict]}: comment by ${comment.name}`}
              mode={verdict === 'approve' ? 'default' : 'ghost'}
              tone={TONES[verdict] ?? 'default'}
              fontSize={[2, 1]}
              padding={3}
              onClick={() => onVerdict(comment, verdict)}
            />
          ))}
        </Flex>
      </Stack>
    </Card>
  );
}
