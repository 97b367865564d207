import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { toContext, toContextIds } from './context.ts';

const comment = aComment({ parentId: 'c0' });

const documents = [
  { _id: 'article-sleep', _type: 'article', title: 'Sleep' },
  { _id: 'drafts.c0', _type: 'comment', name: 'Bo', body: [] },
  {
    _id: 'private.comment.c1',
    _type: 'privateComment',
    email: 'ann@a.example',
    verifiedAt: '2026-11-20T10:00:00Z',
    notify: true,
    userAgent: 'Browser',
    reasons: ['Has a link', 7],
  },
];

describe('toContextIds', () => {
  test('asks for the page, the parent, the private part and an approved version, each once', () => {
    expect(toContextIds([comment, comment])).toEqual([
      'private.comment.c1',
      'c1',
      'article-sleep',
      'drafts.article-sleep',
      'c0',
      'drafts.c0',
    ]);
  });

  test('asks nothing about an approved version of what is approved', () => {
    const approved = { ...comment, draft: false, articleId: undefined, parentId: undefined };
    expect(toContextIds([approved])).toEqual(['private.comment.c1']);
  });
});

describe('toContext', () => {
  test('finds the page, a parent that is still a draft, and the email address', () => {
    expect(toContext(comment, documents)).toEqual({
      page: { id: 'article-sleep', type: 'article', title: 'Sleep', document: documents[0] },
      parent: { name: 'Bo', excerpt: '', waits: true },
      sender: { email: 'ann@a.example', confirmed: true, wantsMail: true, browser: 'Browser' },
      reasons: ['Has a link'],
      approvedBefore: false,
    });
  });

  test('shows the published version of a page that has a draft too', () => {
    const both = [{ _id: 'drafts.article-sleep', title: 'New' }, ...documents];
    expect(toContext(comment, both).page?.title).toBe('Sleep');
  });

  test('knows a change to an approved comment', () => {
    expect(toContext(comment, [{ _id: 'c1' }]).approvedBefore).toBe(true);
  });

  test('knows a parent that is public', () => {
    expect(toContext(comment, [{ _id: 'c0', name: 'Bo' }]).parent?.waits).toBe(false);
  });

  test('sends no mail to who has called it off', () => {
    const part = { ...documents[2], unsubscribedAt: '2026-11-21T10:00:00Z' };
    expect(toContext(comment, [part]).sender?.wantsMail).toBe(false);
  });

  test('does without everything', () => {
    expect(toContext(comment, 'nothing')).toEqual({
      page: undefined,
      parent: undefined,
      sender: undefined,
      reasons: [],
      approvedBefore: false,
    });
  });
});
