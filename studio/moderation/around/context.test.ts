import { evaluate, parse } from 'groq-js';
import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { confirmationsQuery, toConfirmed, toContext, toContextIds, toEmails } from './context.ts';

const NONE: ReadonlySet<string> = new Set();
const confirmed = new Set(['ann@a.example']);
const comment = aComment({ parentId: 'c0' });

const documents = [
  { _id: 'article-sleep', _type: 'article', title: 'Sleep' },
  { _id: 'drafts.c0', _type: 'comment', name: 'Bo', body: [] },
  {
    _id: 'private.comment.c1',
    _type: 'privateComment',
    email: 'Ann@a.example',
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
    expect(toContext(comment, documents, confirmed)).toEqual({
      page: { id: 'article-sleep', type: 'article', title: 'Sleep', document: documents[0] },
      parent: { name: 'Bo', excerpt: '', waits: true },
      sender: { email: 'Ann@a.example', confirmed: true, wantsMail: true, browser: 'Browser' },
      reasons: ['Has a link'],
      approvedBefore: false,
    });
  });

  test('shows the published version of a page that has a draft too', () => {
    const both = [{ _id: 'drafts.article-sleep', title: 'New' }, ...documents];
    expect(toContext(comment, both, NONE).page?.title).toBe('Sleep');
  });

  test('knows a change to an approved comment', () => {
    expect(toContext(comment, [{ _id: 'c1' }], NONE).approvedBefore).toBe(true);
  });

  test('knows a parent that is public', () => {
    expect(toContext(comment, [{ _id: 'c0', name: 'Bo' }], NONE).parent?.waits).toBe(false);
  });

  test('sends no mail to who has called it off', () => {
    const part = { ...documents[2], unsubscribedAt: '2026-11-21T10:00:00Z' };
    expect(toContext(comment, [part], NONE).sender?.wantsMail).toBe(false);
  });

  test('knows an address that is not confirmed', () => {
    expect(toContext(comment, documents, NONE).sender?.confirmed).toBe(false);
  });

  test('does without everything', () => {
    expect(toContext(comment, 'nothing', NONE)).toEqual({
      page: undefined,
      parent: undefined,
      sender: undefined,
      reasons: [],
      approvedBefore: false,
    });
  });
});

describe('toEmails', () => {
  test('names each address once, in small letters', () => {
    const parts = [{ email: 'Ann@a.example' }, { email: 'ann@a.example' }, { title: 'Sleep' }];
    expect(toEmails(parts)).toEqual(['ann@a.example']);
    expect(toEmails(undefined)).toEqual([]);
  });
});

/** The addresses of these private parts that count as confirmed. */
async function ask(parts: readonly object[]): Promise<ReadonlySet<string>> {
  const dataset = parts.map((part) => ({ _type: 'privateComment', ...part }));
  const params = { emails: ['ann@a.example'] };
  const found = await evaluate(parse(confirmationsQuery, { params }), { dataset, params });
  return toConfirmed(await found.get());
}

describe('toConfirmed', () => {
  const [first, second] = ['2026-11-01T10:00:00Z', '2026-11-02T10:00:00Z'];
  const email = 'Ann@a.example';

  test.for([
    ['with this comment or another', [{ email }, { email, verifiedAt: first }], true],
    ['with none', [{ email }], false],
    ['and its mail ended since', [{ email, verifiedAt: first, unsubscribedAt: second }], false],
    [
      'and its mail ended since with another comment',
      [
        { email, unsubscribedAt: second },
        { email, verifiedAt: first },
      ],
      false,
    ],
    ['and ended at once', [{ email, verifiedAt: first, unsubscribedAt: first }], false],
    [
      'anew after its mail was ended',
      [
        { email, verifiedAt: second },
        { email, verifiedAt: first, unsubscribedAt: first },
      ],
      true,
    ],
    ['by somebody else', [{ email }, { email: 'bo@b.example', verifiedAt: first }], false],
  ] as const)('confirmed %s', async ([, parts, is]) => {
    expect((await ask(parts)).has('ann@a.example')).toBe(is);
  });

  test('makes nothing of anything else', () => {
    expect(toConfirmed('error').size).toBe(0);
  });
});
