import { evaluate, parse } from 'groq-js';
import { describe, expect, test } from 'vitest';

import { fieldOf } from './comment.ts';
import { countsQuery, parseCounts, toListQuery } from './queries.ts';
import { TABS } from './tabs.ts';

const dataset = [
  { _id: 'drafts.p2', _type: 'comment', submittedAt: '2026-11-02' },
  { _id: 'drafts.p1', _type: 'comment', submittedAt: '2026-11-01' },
  { _id: 'drafts.s1', _type: 'comment', submittedAt: '2026-11-01', moderation: 'spam' },
  { _id: 'drafts.t1', _type: 'comment', submittedAt: '2026-11-01', moderation: 'trash' },
  { _id: 'a1', _type: 'comment', submittedAt: '2026-11-01' },
  { _id: 'a2', _type: 'comment', submittedAt: '2026-11-02' },
  { _id: 'drafts.x', _type: 'article' },
  { _id: 'private.comment.p1', _type: 'privateComment' },
];

async function ask(query: string, params: Record<string, unknown> = {}): Promise<unknown> {
  const value = await evaluate(parse(query, { params }), { dataset, params });
  return value.get();
}

describe('toListQuery', () => {
  test.for([
    ['pending', ['drafts.p1', 'drafts.p2']],
    ['approved', ['a2', 'a1']],
    ['spam', ['drafts.s1']],
    ['trash', ['drafts.t1']],
  ] as const)('%s finds %o in order', async ([tab, ids]) => {
    const found = await ask(toListQuery(tab), { limit: 10 });
    expect(Array.isArray(found) && found.map((document) => fieldOf(document, '_id'))).toEqual(ids);
  });

  test.for(TABS)('%s stops at the limit', async (tab) => {
    expect(await ask(toListQuery(tab), { limit: 1 })).toHaveLength(1);
  });
});

describe('parseCounts', () => {
  test('reads what the query counts', async () => {
    expect(parseCounts(await ask(countsQuery))).toEqual({
      pending: 2,
      approved: 2,
      spam: 1,
      trash: 1,
    });
  });

  test('takes anything else for nothing', () => {
    expect(parseCounts('error')).toEqual({ pending: 0, approved: 0, spam: 0, trash: 0 });
  });
});
