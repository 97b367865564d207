import type { Action, Mutation, SanityClient } from '@sanity/client';

import { fieldOf } from '../comment.ts';
import type { ModeratedComment } from '../comment.ts';
import { approvalOf, toApproval, toChange, toClaim, toDeletions } from './changes.ts';
import type { Case, Change } from './changes.ts';
import { toPlaceDeletions } from './empty-places.ts';
import { toUndoMutations } from './undo.ts';
import type { Undo } from './undo.ts';
import type { Verdict } from './verdict.ts';
import { isSeen, loadVersions, NO_VERSIONS } from './versions.ts';
import type { Versions } from './versions.ts';

/** How many comments are changed by one request: all of them or none. */
const AT_ONCE = 25;

/** How a change of one comment, or of what is to be undone, went. */
export type Outcome<T = ModeratedComment> =
  | {
      readonly status: 'done';
      readonly of: T;
      /** Of the documents it left. */
      readonly revision: string;
      readonly undo: Undo | undefined;
    }
  /** Somebody was quicker; their word stands. `now` is what they left, where it was looked up. */
  | { readonly status: 'changed'; readonly of: T; readonly now: Versions | undefined }
  | { readonly status: 'failed'; readonly of: T; readonly error: unknown };

/** Told after each request how many are through. */
export type OnProgress = (through: number) => void;

/** Whether the store refused because its documents are not what was expected. */
export function isConflict(error: unknown): boolean {
  const status = fieldOf(error, 'statusCode');
  return status === 409 || status === 404;
}

/**
 * Carries out a verdict on comments as the moderator saw them, 25 at a time, each 25 as one.
 *
 * A comment that has changed since is left as it is, for instance because a second moderator was quicker: a verdict
 * must never fall on a text nobody read. Trouble with the store ends it; what was not reached counts as failed.
 */
export async function carryOut(
  client: SanityClient,
  verdict: Verdict,
  comments: readonly ModeratedComment[],
  onProgress: OnProgress = () => {},
): Promise<readonly Outcome[]> {
  return inGroups(comments, onProgress, async (group) => {
    const found = await loadVersions(
      client,
      group.map(({ id }) => id),
    );
    const cases = group.map((comment) => ({
      comment,
      versions: found.get(comment.id) ?? NO_VERSIONS,
    }));
    const ready = cases.filter(({ comment, versions }) => isSeen(comment, versions));
    const late = cases.filter((one) => !ready.includes(one));
    const done = await send(client, verdict, ready);
    return [
      ...late.map(
        ({ comment, versions }) => ({ status: 'changed', of: comment, now: versions }) as const,
      ),
      ...done,
    ];
  });
}

/** Puts comments back as they were before, where nobody has changed them since. */
export async function carryOutUndo(
  client: SanityClient,
  undos: readonly Undo[],
  onProgress: OnProgress = () => {},
): Promise<readonly Outcome<Undo>[]> {
  return inGroups(undos, onProgress, async (group) => {
    const revision = await mutate(client, group.flatMap(toUndoMutations));
    return group.map((of) => ({ status: 'done', of, revision, undo: undefined }) as const);
  });
}

/**
 * A group that meets a conflict is tried one by one, so that each is refused for itself only; one alone is tried again,
 * to see what somebody else has made of it.
 */
async function inGroups<T>(
  all: readonly T[],
  onProgress: OnProgress,
  attempt: (group: readonly T[]) => Promise<readonly Outcome<T>[]>,
): Promise<readonly Outcome<T>[]> {
  const outcomes: Outcome<T>[] = [];
  const queue = Array.from({ length: Math.ceil(all.length / AT_ONCE) }, (_, at) => ({
    group: all.slice(at * AT_ONCE, (at + 1) * AT_ONCE),
    again: false,
  }));
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const { group, again } = next;
    try {
      outcomes.push(...(await attempt(group)));
    } catch (error) {
      if (!isConflict(error)) {
        const rest = [...group, ...queue.flatMap((later) => later.group)];
        return [...outcomes, ...rest.map((of) => ({ status: 'failed', of, error }) as const)];
      }
      if (again)
        outcomes.push(...group.map((of) => ({ status: 'changed', of, now: undefined }) as const));
      else queue.unshift(...group.map((one) => ({ group: [one], again: group.length === 1 })));
    }
    onProgress(outcomes.length);
  }
  return outcomes;
}

async function send(
  client: SanityClient,
  verdict: Verdict,
  cases: readonly Case[],
): Promise<readonly Outcome[]> {
  if (cases.length === 0) return [];
  if (verdict === 'delete') {
    const revision = await mutate(client, cases.map(toClaim));
    const places = await toPlaceDeletions(
      client,
      cases.map(({ comment }) => comment),
    );
    await act(client, [...cases.flatMap(toDeletions), ...places]);
    return cases.map(({ comment }) => ({ status: 'done', of: comment, revision, undo: undefined }));
  }
  const changes = cases.map((one) => ({
    one,
    change: verdict === 'approve' ? approvalOf(one) : toChange(verdict, one),
  }));
  const revision =
    verdict === 'approve'
      ? await act(client, cases.map(toApproval))
      : await mutate(
          client,
          changes.flatMap(({ change }) => change.mutations),
        );
  return changes.map(({ one, change }) => {
    return { status: 'done', of: one.comment, revision, undo: toUndo(one, change, revision) };
  });
}

function toUndo({ comment, versions }: Case, change: Change, revision: string): Undo {
  const before = [versions.draft, versions.published].filter(
    (stored) => stored !== undefined && change.touched.includes(String(stored['_id'])),
  );
  return {
    name: comment.name,
    before: before.filter((stored) => stored !== undefined),
    after: change.after,
    revision,
  };
}

/** @returns the transaction's id: the revision of every document it leaves */
async function mutate(client: SanityClient, mutations: readonly Mutation[]): Promise<string> {
  const options = { returnDocuments: false, tag: 'moderation.change' } as const;
  return (await client.mutate([...mutations], options)).transactionId;
}

async function act(client: SanityClient, actions: readonly Action[]): Promise<string> {
  return (await client.action([...actions], { tag: 'moderation.change' })).transactionId;
}
