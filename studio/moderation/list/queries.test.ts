import { evaluate, parse } from 'groq-js';
import { describe, expect, test } from 'vitest';

import { aComment as submitted } from '../../../site/comments/triage/comment.fixture.ts';
import { BEFORE } from '../../../site/comments/change.ts';
import { emergency } from '../../../site/comments/triage/emergency.ts';
import { fieldOf } from '../comment.ts';
import { NO_FILTER } from './filter.ts';
import type { Filter } from './filter.ts';
import { parseCounts, toApartQuery, toCountsQuery, toListQuery, toPagesQuery } from './queries.ts';
import { TABS } from './tabs.ts';

const body = [{ _type: 'block', children: [{ _type: 'span', text: 'Thank you, kindly' }] }];
const dataset = [
  { _id: 'drafts.p2', _type: 'comment', submittedAt: '2026-11-02', article: { _ref: 'a' } },
  {
    _id: 'drafts.p1',
    _type: 'comment',
    submittedAt: '2026-11-01',
    article: { _ref: 'b' },
    name: 'Ann Example',
    body,
  },
  { _id: 'drafts.s1', _type: 'comment', submittedAt: '2026-11-01', moderation: 'spam' },
  { _id: 'drafts.t1', _type: 'comment', submittedAt: '2026-11-01', moderation: 'trash' },
  { _id: 'a1', _type: 'comment', submittedAt: '2026-11-01', article: { _ref: 'a' } },
  { _id: 'a2', _type: 'comment', submittedAt: '2026-11-02', article: { _ref: 'a' } },
  { _id: 'drafts.x', _type: 'article' },
  {
    _id: 'private.comment.p1',
    _type: 'privateComment',
    comment: 'p1',
    email: 'Bo@mail.example',
    reasons: ['Has 3 links'],
  },
];

async function ask(query: string, params: Record<string, unknown> = {}): Promise<unknown> {
  const value = await evaluate(parse(query, { params }), { dataset, params });
  return value.get();
}

const withFilter = (change: Partial<Filter>): Filter => ({ ...NO_FILTER, ...change });

async function idsOf(query: string, asked: Record<string, unknown>): Promise<unknown> {
  const found = await ask(query, { urgent: [], ...asked });
  return Array.isArray(found) && found.map((document) => fieldOf(document, '_id'));
}

describe('toListQuery', () => {
  test.for([
    ['pending', ['drafts.p1', 'drafts.p2']],
    ['approved', ['a2', 'a1']],
    ['spam', ['drafts.s1']],
    ['trash', ['drafts.t1']],
  ] as const)('%s finds %o in order', async ([tab, ids]) => {
    expect(await idsOf(toListQuery(tab, NO_FILTER), { limit: 10 })).toEqual(ids);
  });

  test.for(TABS)('%s stops at the limit', async (tab) => {
    expect(await ask(toListQuery(tab, NO_FILTER), { limit: 1, urgent: [] })).toHaveLength(1);
  });

  test('pending begins with what may be an emergency, also where the list is cut', async () => {
    const params = { limit: 1, urgent: ['drafts.p2', 'drafts.s1', 'drafts.gone'] };
    const found = await ask(toListQuery('pending', NO_FILTER), params);
    expect(found).toMatchObject([{ _id: 'drafts.p2', urgent: true }]);
    const both = { limit: 2, urgent: ['drafts.p2', 'drafts.p1'] };
    expect(await idsOf(toListQuery('pending', NO_FILTER), both)).toEqual([
      'drafts.p1',
      'drafts.p2',
    ]);
  });

  test('keeps to a page', async () => {
    const query = toListQuery('pending', withFilter({ page: { id: 'a', title: 'A' } }));
    expect(await idsOf(query, { limit: 10, page: 'a' })).toEqual(['drafts.p2']);
  });

  test('keeps to an address', async () => {
    const query = toListQuery('pending', withFilter({ email: 'bo@mail.example' }));
    const from = ['p1', 'drafts.p1'];
    expect(await idsOf(query, { limit: 10, from })).toEqual(['drafts.p1']);
  });

  test.for([
    [['exa*', 'ann*'], [], ['drafts.p1']],
    [['kind*'], [], ['drafts.p1']],
    [['ann*', 'nobody*'], [], []],
    [['nobody*'], ['drafts.p2'], ['drafts.p2']],
  ] as const)('finds %o, or %o by the address: %o', async ([patterns, found, ids]) => {
    const query = toListQuery('pending', withFilter({ search: 'something' }));
    expect(await idsOf(query, { limit: 10, patterns, found })).toEqual(ids);
  });
});

describe('toApartQuery', () => {
  test('finds what the site held as an emergency, and not what only tells of one', async () => {
    const reason = emergency(submitted({ source: 'I want to kill myself.' }))?.moderator;
    const parts = [
      { comment: 'e1', reasons: [reason, 'Has 3 links'] },
      { comment: 'e2', reasons: ['Has 3 links', reason] },
      { comment: 'e3', reasons: ['Link that says: may be an emergency'] },
      { comment: 'e4' },
      { comment: 'e5', reasons: [`${BEFORE}${reason}`] },
    ].map((part) => ({ ...part, _type: 'privateComment' }));
    const value = await evaluate(parse(toApartQuery(NO_FILTER)), { dataset: parts });
    expect(await value.get()).toEqual({ urgent: ['e1', 'e2', 'e5'] });
  });

  test.for([
    [{ email: 'bo@mail.example' }, { email: 'bo@mail.example' }, { from: ['p1'] }],
    [{ search: 'bo@mail' }, { patterns: ['bo*', 'mail*'] }, { found: ['p1'] }],
    [{ search: 'links' }, { patterns: ['3*', 'link*'] }, { found: ['p1'] }],
    [{ search: 'ann' }, { patterns: ['ann*'] }, { found: [] }],
  ] as const)('%o finds %o', async ([filter, params, expected]) => {
    expect(await ask(toApartQuery(withFilter(filter)), params)).toMatchObject(expected);
  });
});

describe('toPagesQuery', () => {
  test('names each page once', async () => {
    expect(await ask(toPagesQuery('approved'))).toEqual(['a']);
  });
});

describe('parseCounts', () => {
  test('reads what the query counts', async () => {
    const counts = { pending: 2, approved: 2, spam: 1, trash: 1, urgent: 1 };
    const urgent = ['drafts.p1', 'drafts.s1', 'drafts.gone'];
    expect(parseCounts(await ask(toCountsQuery(NO_FILTER), { urgent }))).toEqual(counts);
  });

  test('counts what the filter lets through', async () => {
    const query = toCountsQuery(withFilter({ page: { id: 'a', title: 'A' } }));
    const counts = { pending: 1, approved: 2, spam: 0, trash: 0, urgent: 0 };
    expect(parseCounts(await ask(query, { page: 'a', urgent: ['drafts.p1'] }))).toEqual(counts);
  });

  test('takes anything else for nothing', () => {
    expect(parseCounts('error')).toEqual({
      pending: 0,
      approved: 0,
      spam: 0,
      trash: 0,
      urgent: 0,
    });
  });
});
