import type { SanityClient } from '@sanity/client';
import { Button, Card, Flex, Spinner, Stack, Text } from '@sanity/ui';
import { useEffect, useRef } from 'react';

import { UNSEEN } from '../../unseen.ts';
import { useHistories } from '../around/use-histories.ts';
import type { ModeratedComment } from '../comment.ts';
import { useKeys } from '../keys/use-keys.ts';
import { isFiltered } from '../list/filter.ts';
import { toEmptyText } from '../list/tabs.ts';
import type { Counts, Tab } from '../list/tabs.ts';
import { usePages } from '../list/use-pages.ts';
import { verdictsFor, verdictsOf } from '../verdicts/verdict.ts';
import type { Verdict } from '../verdicts/verdict.ts';
import { toReplying } from '../writing/reply.ts';
import { BulkBar } from './bulk-bar.tsx';
import { CommentCard } from './comment-card.tsx';
import { Composer } from './composer.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import { FilterBar } from './filter-bar.tsx';
import { NoticeBar } from './notice-bar.tsx';
import { Stranded } from './stranded.tsx';
import { Trouble } from './trouble.tsx';
import { LIST_ID } from './use-current.ts';
import { useCardHandlers } from './use-card-handlers.ts';
import { useDesk } from './use-desk.ts';

interface DeskProps {
  readonly client: SanityClient;
  readonly tab: Tab;
  /** The address of the site. */
  readonly site: string;
  readonly hasKeys: boolean;
  readonly onCounts: (counts: Counts | undefined) => void;
  readonly onHelp: () => void;
}

/** One list of comments, and all that is done with it. */
export function Desk({ client, tab, site, hasKeys, onCounts, onHelp }: DeskProps) {
  const desk = useDesk(client, tab);
  const { page, comments, counts, contexts, filtering, work, selection, placing, judging } = desk;
  const histories = useHistories(client, page?.contexts);
  const pages = usePages(client, tab, page !== undefined);
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => onCounts(counts), [counts, onCounts]);
  useKeys(hasKeys, (command) => {
    if (command === 'search') search.current?.focus();
    else if (command === 'help') onHelp();
    else desk.command(command);
  });

  const handlers = useCardHandlers({
    onFocus: ({ id }: ModeratedComment) => placing.setCurrentId(id),
    onChoose: ({ id }: ModeratedComment) => selection.toggle(id),
    onVerdict: (comment: ModeratedComment, verdict: Verdict) => {
      if (judging.isSettled()) judging.judge([comment], verdict);
    },
    onWrite: desk.write,
  });

  const composerFor = (comment: ModeratedComment) => {
    const kind =
      desk.writing.open?.comment.id === comment.id ? desk.writing.open.writing : undefined;
    if (kind === undefined) return undefined;
    const approves = kind === 'reply' && toReplying(comment) === 'approves';
    return (
      <Composer
        key={kind}
        title={
          kind === 'reply' ? `Reply to ${comment.name}` : `Edit the comment by ${comment.name}`
        }
        note={
          kind === 'edit'
            ? 'Only to remove something private or unlawful. Readers see that an editor changed it.'
            : approves
              ? 'This comment still waits. Replying approves it first.'
              : undefined
        }
        sendLabel={kind === 'edit' ? 'Save the change' : approves ? 'Approve and reply' : 'Reply'}
        start={desk.writing.draftOf(comment, kind).written}
        withWebsite={kind === 'edit'}
        onType={(written) => desk.writing.keep(comment, kind, written)}
        onSend={(written) => desk.send(comment, kind, written)}
        onCancel={() => desk.stopWriting(comment)}
      />
    );
  };

  const { notice } = work;
  const { stranded } = desk;
  const left = page === undefined ? 0 : page.counts[tab] - page.comments.length;
  return (
    <Stack gap={4}>
      {/* Two in a row that are alike are told apart, or the second would not be read out. */}
      <output style={UNSEEN} aria-live="polite">
        {notice && [notice.text, ...notice.problems].join(' ') + '\u00A0'.repeat(notice.turn % 2)}
      </output>
      <FilterBar
        filter={filtering.filter}
        typed={filtering.typed}
        pages={pages}
        search={search}
        onType={filtering.setTyped}
        onNarrow={filtering.narrow}
        onLeave={() => placing.focusOn(undefined)}
      />
      {stranded && (
        <Stranded
          name={stranded.comment.name}
          text={desk.writing.draftOf(stranded.comment, stranded.writing).written.text}
          onClose={desk.writing.close}
        />
      )}
      {desk.failed && <Trouble onRetry={() => void desk.reload()} />}
      <div id={LIST_ID} tabIndex={-1} style={{ outline: 'none' }}>
        {page ? (
          <Stack gap={4}>
            {comments.length > 0 && (
              <BulkBar
                shown={comments.length}
                chosen={selection.chosen.length}
                verdicts={verdictsOf(tab)}
                progress={work.progress}
                onChooseAll={selection.toggleAll}
                onVerdict={(verdict) => judging.judge(selection.chosen, verdict)}
              />
            )}
            {comments.length === 0 && (
              <Card padding={5} radius={3} tone="transparent" border>
                <Stack gap={4}>
                  <Text align="center" muted>
                    {toEmptyText(tab, isFiltered(filtering.filter))}
                  </Text>
                  {isFiltered(filtering.filter) && (
                    <Flex justify="center">
                      <Button
                        mode="ghost"
                        text="Show all again"
                        onClick={() => {
                          filtering.clear();
                          placing.focusOn(undefined);
                        }}
                      />
                    </Flex>
                  )}
                </Stack>
              </Card>
            )}
            {comments.map((comment) => {
              const context = contexts.get(comment.id);
              const email = context?.sender?.email.toLowerCase();
              return (
                <CommentCard
                  key={comment.id}
                  comment={comment}
                  context={context}
                  history={email === undefined ? undefined : histories.get(email)}
                  site={site}
                  verdicts={verdictsFor(comment, context)}
                  isCurrent={comment.id === placing.currentId}
                  isChosen={selection.chosen.includes(comment)}
                  isReworded={desk.reworded.has(comment.id)}
                  composer={composerFor(comment)}
                  onFilter={filtering.narrow}
                  {...handlers}
                />
              );
            })}
            {left > 0 && (
              <Button mode="ghost" text={`Show more (${left})`} onClick={desk.showMore} />
            )}
          </Stack>
        ) : (
          !desk.failed && (
            <Flex justify="center" padding={5}>
              <Spinner muted />
            </Flex>
          )
        )}
      </div>
      {notice && (
        <NoticeBar
          notice={notice}
          onUndo={() => void desk.undo(notice.undos)}
          onClose={work.dismiss}
        />
      )}
      {judging.doomed.length > 0 && (
        <DeleteDialog
          names={judging.doomed.map(({ name }) => name)}
          onCancel={() => {
            judging.spare();
            placing.focusOn(judging.doomed[0]?.id);
          }}
          onConfirm={judging.confirm}
        />
      )}
    </Stack>
  );
}
