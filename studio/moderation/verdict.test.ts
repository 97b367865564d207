import { createClient } from '@sanity/client';
import { describe, expect, test } from 'vitest';

import type { ModeratedComment } from './comment.ts';
import { carryOut, toTab, verdictsFor } from './verdict.ts';
import type { Verdict } from './verdict.ts';

const comment: ModeratedComment = {
  id: 'c1',
  draft: true,
  revision: 'r1',
  name: 'Ann',
  website: undefined,
  body: [],
  submittedAt: '',
  moderation: undefined,
  articleId: undefined,
  parentId: undefined,
};

/** What the client sends for a verdict: the path's last folder but one, and the body. */
async function sent(verdict: Verdict, on = comment): Promise<[string, unknown]> {
  const requests: [string, unknown][] = [];
  const client = createClient({
    projectId: 'lymphwise',
    dataset: 'production',
    apiVersion: '2026-05-01',
    useCdn: false,
    token: 'token',
    resolveFetch: () => async (input, init) => {
      const kind = new URL(input).pathname.split('/').at(-2) ?? '';
      requests.push([kind, JSON.parse(String(init?.body))]);
      return Response.json({ transactionId: 't', results: [] });
    },
  });
  await carryOut(client, verdict, on);
  const [request] = requests;
  if (!request || requests.length > 1) throw new Error(`${requests.length} requests`);
  return request;
}

describe('carryOut', () => {
  test('approves by publishing the draft that was read', async () => {
    expect(await sent('approve')).toEqual([
      'actions',
      {
        actions: [
          {
            actionType: 'sanity.action.document.publish',
            draftId: 'drafts.c1',
            publishedId: 'c1',
            ifDraftRevisionId: 'r1',
          },
        ],
      },
    ]);
  });

  test('takes an approved comment down by unpublishing it', async () => {
    const [kind, body] = await sent('take-down', { ...comment, draft: false });
    expect(kind).toBe('actions');
    expect(body).toEqual({
      actions: [
        {
          actionType: 'sanity.action.document.unpublish',
          draftId: 'drafts.c1',
          publishedId: 'c1',
        },
      ],
    });
  });

  test.for([
    ['spam', { set: { moderation: 'spam' } }],
    ['trash', { set: { moderation: 'trash' } }],
    ['restore', { unset: ['moderation'] }],
  ] as const)('%s changes the draft that was read', async ([verdict, change]) => {
    expect(await sent(verdict)).toEqual([
      'mutate',
      { mutations: [{ patch: { id: 'drafts.c1', ifRevisionID: 'r1', ...change } }] },
    ]);
  });

  test('deletes the private part with the comment, or neither', async () => {
    const [kind, body] = await sent('delete');
    expect(kind).toBe('mutate');
    expect(body).toEqual({
      mutations: [
        { patch: { id: 'drafts.c1', ifRevisionID: 'r1', setIfMissing: { _type: 'comment' } } },
        { delete: { id: 'drafts.c1' } },
        { delete: { id: 'private.comment.c1' } },
      ],
    });
  });
});

describe('verdictsFor', () => {
  test.for([
    [{}, false, ['approve', 'spam', 'trash']],
    [{}, true, ['approve']],
    [{ draft: false }, false, ['take-down']],
    [{ moderation: 'spam' }, false, ['restore', 'trash', 'delete']],
    [{ moderation: 'trash' }, true, ['restore', 'spam', 'delete']],
  ] as const)('%o, approved before: %s: %o', ([more, approvedBefore, verdicts]) => {
    expect(verdictsFor({ ...comment, ...more }, { approvedBefore })).toEqual(verdicts);
  });
});

describe('toTab', () => {
  test.for([
    ['approve', 'approved'],
    ['spam', 'spam'],
    ['restore', 'pending'],
    ['take-down', 'pending'],
    ['delete', undefined],
  ] as const)('%s leads to %s', ([verdict, tab]) => {
    expect(toTab(verdict)).toBe(tab);
  });
});
