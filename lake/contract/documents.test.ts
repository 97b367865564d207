import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.end());

describe('reading and writing documents', () => {
  test('a created document can be fetched, patched, replaced and deleted', async () => {
    const { client } = lab;
    await client.create({ _id: 'a', _type: 'note', title: 'One' });
    const patched = await client
      .patch('a')
      .set({ title: 'Two' })
      .setIfMissing({ tags: [] })
      .append('tags', ['x'])
      .inc({ count: 1 })
      .commit();
    expect(patched).toMatchObject({ title: 'Two', tags: ['x'] });
    const { _createdAt } = patched;
    const replaced = await client.createOrReplace({ _id: 'a', _type: 'note', title: 'Three' });
    expect(replaced).toMatchObject({ title: 'Three', _createdAt });
    expect(replaced).not.toHaveProperty('tags');
    expect(await client.getDocument('a')).toEqual(replaced);
    await client.delete('a');
    expect(await client.getDocument('a')).toBeUndefined();
  });

  test('ids are made up where they are missing or end in a dot', async () => {
    const one = await lab.client.create({ _type: 'note' });
    const two = await lab.client.create({ _id: 'drafts.', _type: 'note' });
    expect(one._id).toMatch(/^[\w-]{20,}$/);
    expect(two._id).toMatch(/^drafts\.[\w-]{20,}$/);
  });

  test('a transaction is kept whole or not at all', async () => {
    const failing = lab.client
      .transaction()
      .create({ _id: 'whole-1', _type: 'note' })
      .patch('not-there', { set: { a: 1 } })
      .commit();
    await expect(failing).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'mutationError',
        items: [{ index: 1, error: { type: 'documentNotFoundError', id: 'not-there' } }],
      },
    });
    expect(await lab.client.getDocument('whole-1')).toBeUndefined();
  });

  test('a repeated transactionId is answered as before and applied once', async () => {
    const send = () =>
      lab.client
        .transaction()
        .transactionId('outbox-1')
        .createIfNotExists({ _id: 'counter', _type: 'note', n: 0 })
        .patch('counter', { inc: { n: 1 } })
        .commit();
    const first = await send();
    const second = await send();
    expect(second).toEqual(first);
    expect(first.transactionId).toBe('outbox-1');
    expect(await lab.client.fetch('*[_id == "counter"][0].n')).toBe(1);
  });

  test('keys for array items are made when asked for', async () => {
    const rows = [{ cells: [{ n: 1 }, 'text'] }, { _key: 'mine' }];
    await lab.client.create({ _id: 'keys', _type: 'note', rows }, { autoGenerateArrayKeys: true });
    const more = lab.client.patch('keys').append('rows', [{ n: 2 }]);
    await more.commit({ autoGenerateArrayKeys: true });
    const _key = expect.stringMatching(/^[0-9a-f]{12}$/);
    expect(await lab.client.getDocument('keys')).toMatchObject({
      rows: [{ _key, cells: [{ _key, n: 1 }, 'text'] }, { _key: 'mine' }, { _key, n: 2 }],
    });
  });

  test('a dry run changes nothing', async () => {
    await lab.client.create({ _id: 'dry', _type: 'note' }, { dryRun: true });
    expect(await lab.client.getDocument('dry')).toBeUndefined();
  });

  test.for([
    {
      name: 'creating what exists',
      type: 'documentAlreadyExistsError',
      run: () => lab.client.create({ _id: 'taken', _type: 'note' }),
    },
    {
      name: 'patching another revision',
      type: 'documentRevisionIDDoesNotMatchError',
      run: () => lab.client.patch('taken').ifRevisionId('old').set({ a: 1 }).commit(),
    },
    {
      name: 'pointing strongly at nothing',
      type: 'documentReferenceDoesNotExistError',
      run: () => lab.client.create({ _type: 'note', to: { _type: 'reference', _ref: 'nothing' } }),
    },
    {
      name: 'deleting what is pointed at',
      type: 'documentHasExistingReferencesError',
      run: () => lab.client.delete('taken'),
    },
  ])('$name is a conflict', async ({ type, run }) => {
    await lab.client.createIfNotExists({ _id: 'taken', _type: 'note' });
    const to = { _type: 'reference', _ref: 'taken' };
    await lab.client.createIfNotExists({ _id: 'pointer', _type: 'note', to });
    await expect(run()).rejects.toMatchObject({
      statusCode: 409,
      details: { type: 'mutationError', items: [{ error: { type } }] },
    });
  });

  test('weak references may point at nothing, and do not hold their target', async () => {
    const to = { _type: 'reference', _ref: 'later', _weak: true };
    await lab.client.create({ _id: 'weak', _type: 'note', to });
    await lab.client.create({ _id: 'later', _type: 'note' });
    await lab.client.delete('later');
    expect(await lab.client.fetch('*[references("later")]._id')).toEqual(['weak']);
  });

  test('patch and delete by query reach every match', async () => {
    const { client } = lab;
    await client
      .transaction()
      .create({ _id: 'many-1', _type: 'many' })
      .create({ _id: 'many-2', _type: 'many' })
      .commit();
    await client
      .patch({ query: '*[_type == $type]', params: { type: 'many' } })
      .set({ seen: true })
      .commit();
    expect(await client.fetch('count(*[_type == "many" && seen])')).toBe(2);
    await client.delete({ query: '*[_type == "many"]' });
    expect(await client.fetch('count(*[_type == "many"])')).toBe(0);
  });

  test('a write that was answered is seen by every query thread', async () => {
    for (let n = 0; n < 20; n += 1) {
      await lab.client.createOrReplace({ _id: 'fresh', _type: 'fresh', n });
      const answers = await Promise.all(
        [1, 2, 3].map(() => lab.client.fetch('*[_type == "fresh"][0].n')),
      );
      expect(answers).toEqual([n, n, n]);
    }
  });
});

describe('perspectives', () => {
  test('each shows the documents it is meant to', async () => {
    const { client } = lab;
    await client.create({ _id: 'p1', _type: 'view', title: 'published' });
    await client.create({ _id: 'drafts.p1', _type: 'view', title: 'draft' });
    await client.create({ _id: 'drafts.p2', _type: 'view', title: 'only draft' });
    await client.create({ _id: 'versions.r1.p1', _type: 'view', title: 'version' });
    const query = '*[_type == "view"]{_id, title}';
    const titles = async (perspective: 'raw' | 'published' | 'drafts' | string[]) =>
      (await client.fetch<{ _id: string; title: string }[]>(query, {}, { perspective })).map(
        ({ _id, title }) => `${_id}: ${title}`,
      );
    expect(await titles('published')).toEqual(['p1: published']);
    expect(await titles('drafts')).toEqual(['p1: draft', 'p2: only draft']);
    expect(await titles(['r1', 'drafts'])).toEqual(['p1: version', 'p2: only draft']);
    expect((await titles('raw')).length).toBe(4);
    const draft = { perspective: 'drafts' } as const;
    expect(await client.fetch('*[_id == "p1"][0]._originalId', {}, draft)).toBe('drafts.p1');
  });
});

describe('searching', () => {
  test('text::query finds documents by the beginnings of their words', async () => {
    await lab.client.create({ _id: 's1', _type: 'find', body: [{ text: 'Lymphatic vessels' }] });
    await lab.client.create({ _id: 's2', _type: 'find', title: 'Something else' });
    const find = (q: string) =>
      lab.client.fetch(
        '*[_type == "find" && @ match text::query($q)] | score(@ match text::query($q))._id',
        { q },
      );
    expect(await find('lymph ves')).toEqual(['s1']);
    expect(await find('SOME')).toEqual(['s2']);
    expect(await find('nowhere')).toEqual([]);
    expect(await find('')).toEqual([]);
    const inList = (q: string) =>
      lab.client.fetch(
        '*[_type == "find" && ([@, _id] match text::query($q) || references($q))]._id',
        { q },
      );
    expect(await inList('lymph')).toEqual(['s1']);
    expect(await inList('s2')).toEqual(['s2']);
    expect((await inList('*')).toSorted()).toEqual(['s1', 's2']);
    expect((await find('*')).toSorted()).toEqual(['s1', 's2']);
    expect(await lab.client.fetch('*[title match text::query("els")]._id')).toEqual(['s2']);
  });
});
