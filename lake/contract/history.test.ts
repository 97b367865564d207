import { applyPatch } from 'mendoza';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isObject } from '../json.ts';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
const type = 'note';
beforeAll(async () => {
  lab = await openLab();
  const { client } = lab;
  const step = (id: string) => client.transaction().transactionId(id);
  await step('t1').create({ _id: 'drafts.h', _type: type, title: 'One' }).commit();
  await step('t2')
    .patch('drafts.h', { set: { title: 'Two' } })
    .commit();
  await client.action(
    { actionType: 'sanity.action.document.publish', draftId: 'drafts.h', publishedId: 'h' },
    { transactionId: 't3' },
  );
  await step('t4').create({ _id: 'drafts.h', _type: type, title: 'Three' }).commit();
  await client.action(
    { actionType: 'sanity.action.document.discard', draftId: 'drafts.h' },
    { transactionId: 't5' },
  );
  await client.action(
    { actionType: 'sanity.action.document.delete', publishedId: 'h', includeDrafts: [] },
    { transactionId: 't6' },
  );
  await step('t7').create({ _id: 'live', _type: type }).commit();
  await step('t8')
    .patch('live', { set: { a: 1 } })
    .commit();
  await lab.restart();
});
afterAll(() => lab.end());

async function read(path: string): Promise<unknown> {
  const response = await lab.request(`/data/history/production${path}`);
  expect(response.status).toBe(200);
  return response.json();
}

async function readLines(path: string): Promise<Record<string, unknown>[]> {
  const response = await lab.request(`/data/history/production${path}`);
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line)).filter(isObject);
}

describe('history after a restart', () => {
  test.for([
    ['drafts.h?revision=t1', { title: 'One', _rev: 't1' }],
    ['drafts.h?revision=t2', { title: 'Two', _rev: 't2' }],
    ['drafts.h?revision=t4', { title: 'Three', _rev: 't4' }],
    ['h?revision=t3', { title: 'Two', _rev: 't3' }],
    ['h?revision=t5', { title: 'Two', _rev: 't3' }],
    ['h?lastRevision=true', { title: 'Two', _rev: 't3' }],
    ['drafts.h?lastRevision=true', { title: 'Three', _rev: 't4' }],
    ['live?revision=t7', { _rev: 't7' }],
  ] as const)('the state of %s', async ([path, expected]) => {
    expect(await read(`/documents/${path}`)).toMatchObject({ documents: [expected] });
  });

  test.for([
    'drafts.h?revision=t3',
    'h?revision=t1',
    'h?revision=t6',
    'h?revision=nope',
    'no?lastRevision=true',
  ])('there is none of %s', async (path) => {
    expect(await read(`/documents/${path}`)).toEqual({ documents: [] });
  });

  test.for([
    [
      'drafts.h',
      [
        'deleteDocumentGroup',
        'deleteDocumentVersion',
        'createDocumentVersion',
        'publishDocumentVersion',
        'createDocumentVersion',
      ],
    ],
    ['live', ['updateLiveDocument', 'createLiveDocument']],
    ['drafts.live', []],
  ] as const)('the timeline of %s', async ([id, types]) => {
    const answer = await read(`/events/documents/${id}?limit=100`);
    expect(answer).toMatchObject({
      events: { [id]: types.map((name) => ({ type: name })) },
      nextCursor: '',
    });
  });

  test('publishing names both revisions', async () => {
    expect(await read('/events/documents/h')).toMatchObject({
      events: {
        h: [
          {},
          {},
          {},
          {
            type: 'publishDocumentVersion',
            revisionId: 't3',
            versionId: 'drafts.h',
            versionRevisionId: 't2',
          },
          {},
        ],
      },
    });
  });

  test('a timeline is paged by its cursor', async () => {
    const seen: unknown[] = [];
    let cursor = '';
    do {
      const page = await read(`/events/documents/drafts.h?limit=2&nextCursor=${cursor}`);
      const events = isObject(page) && isObject(page['events']) ? page['events']['drafts.h'] : [];
      seen.push(...(Array.isArray(events) ? events : []));
      cursor = isObject(page) ? String(page['nextCursor']) : '';
    } while (cursor !== '');
    expect(seen).toHaveLength(5);
  });

  test('transactions carry effects that rebuild the document', async () => {
    const lines = await readLines(
      '/transactions/drafts.h?effectFormat=mendoza&excludeMutations=true&includeIdentifiedDocumentsOnly=true&fromTransaction=&toTransaction=t2',
    );
    expect(lines.map(({ id }) => id)).toEqual(['t1', 't2']);
    const state = lines.reduce<unknown>((left, { effects }) => {
      const effect = isObject(effects) ? effects['drafts.h'] : undefined;
      return applyPatch(
        left,
        isObject(effect) && Array.isArray(effect['apply']) ? effect['apply'] : [],
      );
    }, null);
    expect(state).toMatchObject({ _id: 'drafts.h', title: 'Two' });
    expect(lines[0]).not.toHaveProperty('mutations');
  });

  test.for([
    ['drafts.h,h?limit=2', ['t1', 't2']],
    ['drafts.h,h?limit=2&reverse=true', ['t6', 't5']],
    ['h?fromTransaction=t3&toTransaction=t6', ['t3', 't6']],
    ['drafts.h?fromTransaction=t2', ['t2', 't3', 't4', 't5']],
  ] as const)('the transactions of %s', async ([path, ids]) => {
    expect((await readLines(`/transactions/${path}`)).map(({ id }) => id)).toEqual(ids);
  });

  test('an old transactionId is still known', async () => {
    const { client } = lab;
    await client
      .transaction()
      .transactionId('t8')
      .patch('live', { inc: { a: 1 } })
      .commit();
    expect(await client.fetch('*[_id == "live"][0].a')).toBe(1);
  });
});
