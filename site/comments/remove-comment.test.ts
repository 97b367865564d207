import { describe, expect, onTestFinished, test } from 'vitest';

import { openLab } from '../../lake/contract/lab.ts';
import { removeComment } from './remove-comment.ts';

const known = { article: 'article-x', parent: null, submittedAt: '2026-11-01T00:00:00Z' };
const standing = {
  article: { _type: 'reference', _ref: 'article-y', _weak: true },
  submittedAt: '2026-11-02T00:00:00Z',
};

/** A store with a public comment of these fields, its private part and, where wanted, an answer to it. */
const storeWith = async (fields: object, answered = true) => {
  const lab = await openLab();
  onTestFinished(() => lab.end());
  const client = lab.client.withConfig({ perspective: 'raw' });
  const transaction = client
    .transaction()
    .create({ _id: 'it', _type: 'comment', name: 'Ann', ...fields })
    .create({ _id: 'private.comment.it', _type: 'privateComment', comment: 'it' });
  if (answered) {
    const parent = { _type: 'reference', _ref: 'it', _weak: true };
    transaction.create({ _id: 'answer', _type: 'comment', parent });
  }
  await transaction.commit();
  const left = () => client.fetch<string[]>('*[_type match "*omment"]._id | order(@)');
  return { client, left };
};

describe('removeComment', () => {
  test('leaves nothing of a comment that nobody has answered', async () => {
    const { client, left } = await storeWith(standing, false);
    await removeComment(client, 'it', known);
    expect(await left()).toEqual([]);
  });

  test.for([
    { what: 'is whole', fields: standing, place: undefined, article: 'article-y' },
    { what: 'is whole, and known', fields: standing, place: known, article: 'article-y' },
    {
      what: 'answers something malformed',
      fields: { ...standing, parent: 'nobody' },
      place: known,
      article: 'article-y',
    },
    { what: 'has lost its article', fields: {}, place: known, article: 'article-x' },
    {
      what: 'has a malformed article',
      fields: { ...standing, article: { _ref: 7 } },
      place: known,
      article: 'article-x',
    },
  ])('leaves a tombstone where the comment $what', async ({ fields, place, article }) => {
    const { client, left } = await storeWith(fields);
    await removeComment(client, 'it', place);
    expect(await left()).toEqual(['answer', 'it']);
    const stone = await client.getDocument('it');
    expect(stone).toMatchObject({ removed: true, article: { _ref: article } });
    expect(stone).not.toHaveProperty('parent');
  });

  test('removes a comment whose place nobody knows, without a tombstone', async () => {
    const { client, left } = await storeWith({});
    await removeComment(client, 'it');
    expect(await left()).toEqual(['answer']);
  });

  test('may be repeated', async () => {
    const { client, left } = await storeWith(standing);
    for (let count = 0; count < 2; count += 1) await removeComment(client, 'it', known);
    expect(await left()).toEqual(['answer', 'it']);
  });
});
