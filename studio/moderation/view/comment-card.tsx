import { Badge, Box, Button, Card, Checkbox, Flex, Stack, Text } from '@sanity/ui';
import type { ButtonTone } from '@sanity/ui';
import { memo } from 'react';
import type { ReactNode } from 'react';

import { URGENT } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';
import { isEditable } from '../writing/edit.ts';
import { toReplying } from '../writing/reply.ts';
import type { Writing } from '../writing/drafts.ts';
import { VERDICT_TITLES } from '../verdicts/verdict.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { Around } from './around.tsx';
import type { AroundProps } from './around.tsx';
import { CommentBody } from './comment-body.tsx';
import { toCardId } from './use-current.ts';

const WHEN = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' });

const TONES: Readonly<Partial<Record<Verdict, ButtonTone>>> = {
  'take-down': 'caution',
  delete: 'critical',
};

const ANYWHERE = { overflowWrap: 'anywhere' } as const;

function toWhen(at: string): string {
  return Number.isNaN(Date.parse(at)) ? 'Date unknown' : WHEN.format(new Date(at));
}

export interface CommentCardProps extends AroundProps {
  readonly verdicts: readonly Verdict[];
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  /** It reads otherwise than when it was first shown. */
  readonly isReworded: boolean;
  /** The form of a reply or change, while one is open. */
  readonly composer: ReactNode;
  readonly onFocus: (comment: ModeratedComment) => void;
  readonly onChoose: (comment: ModeratedComment) => void;
  readonly onVerdict: (comment: ModeratedComment, verdict: Verdict) => void;
  readonly onWrite: (comment: ModeratedComment, writing: Writing) => void;
}

function Marks({ comment, context }: Pick<CommentCardProps, 'comment' | 'context'>) {
  const { byEditor, edited, removed, urgent } = comment;
  const author = byEditor ? 'its author, an editor' : 'its author';
  return (
    <>
      {urgent && (
        // A badge would be too faint on a card of its own tone.
        <Text size={1} weight="semibold">
          {URGENT}
        </Text>
      )}
      {context?.approvedBefore && <Badge tone="primary">Change to an approved comment</Badge>}
      {byEditor && <Badge tone="primary">Editor</Badge>}
      {removed && <Badge>Erased</Badge>}
      {edited && (
        <Badge title={toWhen(edited.at)}>
          Changed by {edited.by === 'editor' ? 'an editor' : author}
        </Badge>
      )}
    </>
  );
}

interface ReasonsProps {
  readonly reasons: readonly string[];
  readonly urgent: boolean;
}

function Reasons({ reasons, urgent }: ReasonsProps) {
  const [only, ...others] = reasons;
  return (
    <Card tone={urgent ? 'critical' : 'caution'} border={urgent} radius={2} padding={3}>
      {others.length === 0 ? (
        <Text size={1} style={ANYWHERE}>
          Held: {only}
        </Text>
      ) : (
        <Stack gap={3}>
          <Text size={1}>Held for {reasons.length} reasons:</Text>
          <Stack as="ul" gap={3} style={{ margin: 0, padding: 0 }}>
            {reasons.map((reason) => (
              <Text as="li" key={reason} size={1} style={ANYWHERE}>
                – {reason}
              </Text>
            ))}
          </Stack>
        </Stack>
      )}
    </Card>
  );
}

function Deeds({ comment, verdicts, onVerdict, onWrite }: CommentCardProps) {
  const common = { fontSize: [2, 1], padding: 3 };
  const about = `comment by ${comment.name}`;
  return (
    <Flex gap={2} wrap="wrap">
      {verdicts.map((verdict) => (
        <Button
          key={verdict}
          {...common}
          text={VERDICT_TITLES[verdict]}
          aria-label={`${VERDICT_TITLES[verdict]}: ${about}`}
          mode={verdict === 'approve' ? 'default' : 'ghost'}
          tone={TONES[verdict] ?? 'default'}
          onClick={() => onVerdict(comment, verdict)}
        />
      ))}
      {toReplying(comment) !== 'no' && (
        <Button
          {...common}
          mode="bleed"
          text="Reply"
          aria-label={`Reply: ${about}`}
          onClick={() => onWrite(comment, 'reply')}
        />
      )}
      {isEditable(comment) && (
        <Button
          {...common}
          mode="bleed"
          text="Edit"
          aria-label={`Edit: ${about}`}
          onClick={() => onWrite(comment, 'edit')}
        />
      )}
    </Flex>
  );
}

/** One comment with what surrounds it, and what can be done about it. Drawn again only when something of it changes. */
export const CommentCard = memo(function CommentCard(props: CommentCardProps) {
  const { comment, isCurrent, isChosen, isReworded, composer, onFocus, onChoose } = props;
  const reasons = props.context?.reasons ?? [];
  const headingId = `${toCardId(comment.id)}-name`;
  return (
    <Card
      as="article"
      id={toCardId(comment.id)}
      aria-labelledby={headingId}
      aria-current={isCurrent || undefined}
      tabIndex={-1}
      border
      radius={3}
      padding={[3, 4]}
      tone={isChosen ? 'primary' : comment.urgent ? 'critical' : 'default'}
      style={{
        scrollMargin: '4rem',
        ...(isCurrent && { outline: '2px solid var(--card-focus-ring-color)', outlineOffset: 1 }),
      }}
      onFocus={() => onFocus(comment)}
    >
      <Stack gap={4}>
        <Flex gap={3} wrap="wrap" align="flex-start" justify="space-between">
          <Flex gap={3} style={{ flex: '1 1 15rem' }}>
            <Checkbox
              checked={isChosen}
              aria-label={`Choose the comment by ${comment.name}`}
              onChange={() => onChoose(comment)}
            />
            <Flex gap={3} wrap="wrap" align="center">
              <Text as="h2" id={headingId} size={2} weight="semibold" style={ANYWHERE}>
                {comment.name}
              </Text>
              <Marks {...props} />
            </Flex>
          </Flex>
          <Text
            as="time"
            dateTime={comment.submittedAt}
            size={1}
            muted
            style={{ marginTop: '0.25em' }}
          >
            {toWhen(comment.submittedAt)}
          </Text>
        </Flex>
        <Flex gap={4} wrap="wrap" direction="row-reverse" align="flex-start">
          <Box style={{ flex: '1 1 15rem' }}>
            <Around {...props} />
          </Box>
          <Stack gap={4} style={{ flex: '2 1 22rem', minWidth: 0 }}>
            {isReworded && (
              <Card as="output" display="block" tone="critical" radius={2} padding={3}>
                <Text size={1}>The text has changed since you saw it. Read it again.</Text>
              </Card>
            )}
            {comment.removed ? (
              <Text size={1} muted>
                Its author had it erased. The place stays for those who answered.
              </Text>
            ) : (
              <CommentBody body={comment.body} />
            )}
            {comment.draft && reasons.length > 0 && (
              <Reasons reasons={reasons} urgent={comment.urgent} />
            )}
          </Stack>
        </Flex>
        {composer ?? <Deeds {...props} />}
      </Stack>
    </Card>
  );
});
