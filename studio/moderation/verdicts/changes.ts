import type { Action, Mutation } from '@sanity/client';

import { toDraftId, toPrivateId } from '../comment.ts';
import type { ModeratedComment, Stored } from '../comment.ts';
import { toDocument, toLock } from './undo.ts';
import type { Verdict } from './verdict.ts';
import type { Versions } from './versions.ts';

/** A comment to change, with what the store has of it. */
export interface Case {
  readonly comment: ModeratedComment;
  readonly versions: Versions;
}

/** What the store is asked, and which documents are left by it. */
export interface Change {
  readonly mutations: readonly Mutation[];
  readonly touched: readonly string[];
  readonly after: readonly string[];
}

/** Publishes the draft that was read. */
export function toApproval({ comment: { id, revision } }: Case): Action {
  return {
    actionType: 'sanity.action.document.publish',
    draftId: toDraftId(id),
    publishedId: id,
    ifDraftRevisionId: revision,
  };
}

/** What approval touches and leaves. It is an action, not mutations. */
export function approvalOf({ comment: { id } }: Case): Change {
  return { mutations: [], touched: [toDraftId(id), id], after: [id] };
}

/**
 * What a verdict other than approval and deletion changes, all of it held to the revision that the
 * moderator saw.
 */
export function toChange(
  verdict: Exclude<Verdict, 'approve' | 'delete'>,
  { comment, versions }: Case,
): Change {
  const { id, revision } = comment;
  const draftId = toDraftId(id);
  const only = { touched: [draftId], after: [draftId] };
  if (!comment.draft) return toRetraction(verdict, comment, versions.published ?? {});
  switch (verdict) {
    case 'spam':
    case 'trash': {
      const set = { moderation: verdict };
      return { ...only, mutations: [{ patch: { id: draftId, ifRevisionID: revision, set } }] };
    }
    case 'take-down':
    case 'restore': {
      const unset = ['moderation'];
      return { ...only, mutations: [{ patch: { id: draftId, ifRevisionID: revision, unset } }] };
    }
    case 'drop-change': {
      const mutations = [toLock(draftId, revision), { delete: { id: draftId } }];
      return { touched: [draftId], after: [], mutations };
    }
  }
}

/** Takes an approved comment off the page. A draft that is there already, a change that waits, is kept. */
function toRetraction(
  verdict: Verdict,
  { id, revision }: ModeratedComment,
  published: Stored,
): Change {
  const draftId = toDraftId(id);
  const moderation =
    verdict === 'spam' || verdict === 'trash' ? { moderation: verdict } : undefined;
  return {
    touched: [draftId, id],
    after: [draftId],
    mutations: [
      toLock(id, revision),
      { createIfNotExists: toDocument(published, { _id: draftId }) },
      ...(moderation === undefined ? [] : [{ patch: { id: draftId, set: moderation } }]),
      { delete: { id } },
    ],
  };
}

/** Makes a comment that is to be deleted everybody else's past: what they then decide is refused. */
export function toClaim({ comment: { id, revision } }: Case): Mutation {
  return { patch: { id: toDraftId(id), ifRevisionID: revision, set: { moderation: 'trash' } } };
}

/** Deletes a comment that was put away, and its private part, with the past of both. */
export function toDeletions({ comment: { id }, versions }: Case): readonly Action[] {
  return [
    { actionType: 'sanity.action.document.version.discard', versionId: toDraftId(id), purge: true },
    ...(versions.private
      ? [
          {
            actionType: 'sanity.action.document.delete' as const,
            publishedId: toPrivateId(id),
            includeDrafts: [],
            purge: true,
          },
        ]
      : []),
  ];
}
