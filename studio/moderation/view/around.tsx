import { Card, Flex, Stack, Text } from '@sanity/ui';
import { IntentLink } from 'sanity/router';

import { toPageAddress } from '../../page-address.ts';
import type { CommentContext } from '../around/context.ts';
import { toHistoryText } from '../around/history.ts';
import type { AddressHistory } from '../around/history.ts';
import type { ModeratedComment } from '../comment.ts';
import type { Filter } from '../list/filter.ts';

const ANYWHERE = { overflowWrap: 'anywhere' } as const;

const LINK = {
  padding: 0,
  border: 0,
  background: 'none',
  font: 'inherit',
  color: 'var(--card-link-color)',
  textAlign: 'start',
  cursor: 'pointer',
} as const;

export interface AroundProps {
  readonly comment: ModeratedComment;
  readonly context: CommentContext | undefined;
  readonly history: AddressHistory | undefined;
  /** The address of the site. */
  readonly site: string;
  readonly onFilter: (change: Partial<Omit<Filter, 'search'>>) => void;
}

/** A button that reads as a part of the text around it, and may break like it. */
function LinkButton({
  text,
  label,
  onClick,
}: {
  readonly text: string;
  readonly label: string;
  readonly onClick: () => void;
}) {
  return (
    <Text size={1}>
      <button type="button" aria-label={label} style={LINK} onClick={onClick}>
        {text}
      </button>
    </Text>
  );
}

function From({ comment, context, history, onFilter }: AroundProps) {
  const sender = context?.sender;
  if (comment.byEditor || comment.removed) return null;
  const words = [
    sender?.email ?? 'No email address is kept',
    sender && (sender.confirmed ? 'address confirmed by mail' : 'address not confirmed'),
    sender?.wantsMail && 'wants mail about answers',
    comment.website,
  ];
  return (
    <Stack gap={3}>
      <Text size={1} muted style={ANYWHERE} title={sender?.browser}>
        {words.filter(Boolean).join(' · ')}
      </Text>
      {sender &&
        (history ? (
          <LinkButton
            text={toHistoryText(history)}
            label={`${toHistoryText(history)}. Show all comments from ${sender.email}`}
            onClick={() => onFilter({ email: sender.email })}
          />
        ) : (
          // Keeps the place, so that nothing moves when it is known.
          <Text size={1} muted>
            Looking what came from this address…
          </Text>
        ))}
    </Stack>
  );
}

function On({ comment, context, site, onFilter }: AroundProps) {
  const page = context?.page;
  if (page === undefined) {
    return (
      <Text size={1} muted>
        On a page that is gone
      </Text>
    );
  }
  const address = toPageAddress({ ...page.document, _type: page.type }, site);
  const hash = comment.draft ? 'comments' : `comment-${comment.id}`;
  return (
    <Flex gap={3} wrap="wrap" align="center">
      <Text size={1} muted>
        On{' '}
        <IntentLink intent="edit" params={{ id: page.id, type: page.type }}>
          {page.title}
        </IntentLink>
      </Text>
      {address !== undefined && (
        <Text size={1} muted>
          <a href={`${address}#${hash}`} target="_blank" rel="noreferrer">
            {comment.draft ? 'See the page' : 'See it on the page'}
          </a>
        </Text>
      )}
      <LinkButton
        text="Only this page"
        label={`Only this page: ${page.title}`}
        onClick={() => onFilter({ page: { id: page.id, title: page.title } })}
      />
    </Flex>
  );
}

/** Who sent a comment, from where on the site, and what it answers. */
export function Around(props: AroundProps) {
  const parent = props.context?.parent;
  return (
    <Stack gap={3}>
      <From {...props} />
      <On {...props} />
      {parent && (
        <Card tone="transparent" border radius={2} padding={3}>
          <Stack gap={3}>
            <Text size={1} muted weight="medium">
              In answer to {parent.name}
              {parent.waits && ', whose comment is not public'}
            </Text>
            <Text size={1} muted style={ANYWHERE}>
              {parent.excerpt}
            </Text>
          </Stack>
        </Card>
      )}
    </Stack>
  );
}
