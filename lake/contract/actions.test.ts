import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.end());

const act = async (...actions: object[]): Promise<number> => {
  const response = await lab.request('/data/actions/production', {
    method: 'POST',
    body: JSON.stringify({ actions }),
  });
  return response.status;
};
const type = (name: string): string => `sanity.action.document.${name}`;

describe('document actions', () => {
  test('publishing moves the draft and strengthens its references', async () => {
    const { client } = lab;
    await client.create({ _id: 'target', _type: 'note' });
    await client.create({
      _id: 'drafts.a',
      _type: 'note',
      strong: {
        _type: 'reference',
        _ref: 'target',
        _weak: true,
        _strengthenOnPublish: { type: 'note' },
      },
      weak: {
        _type: 'reference',
        _ref: 'target',
        _weak: true,
        _strengthenOnPublish: { type: 'note', weak: true },
      },
    });
    await client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.a',
      publishedId: 'a',
    });
    expect(await client.getDocument('drafts.a')).toBeUndefined();
    expect(await client.getDocument('a')).toMatchObject({
      strong: { _type: 'reference', _ref: 'target' },
      weak: { _ref: 'target', _weak: true },
    });
    const doc = await client.getDocument('a');
    expect(doc?.['strong']).toEqual({ _type: 'reference', _ref: 'target' });
  });

  test('publishing what points strongly at nothing is a conflict', async () => {
    const ref = {
      _type: 'reference',
      _ref: 'nothing',
      _weak: true,
      _strengthenOnPublish: { type: 'x' },
    };
    await lab.client.create({ _id: 'drafts.loose', _type: 'note', ref });
    const publishing = lab.client.action({
      actionType: 'sanity.action.document.publish',
      draftId: 'drafts.loose',
      publishedId: 'loose',
    });
    await expect(publishing).rejects.toMatchObject({
      statusCode: 409,
      details: {
        type: 'actionError',
        items: [{ error: { type: 'documentReferenceDoesNotExistError' } }],
      },
    });
  });

  test('editing makes the draft from the published document first', async () => {
    await lab.client.create({ _id: 'e', _type: 'note', title: 'One', kept: true });
    await act({
      actionType: type('edit'),
      draftId: 'drafts.e',
      publishedId: 'e',
      patch: { set: { title: 'Two' } },
    });
    expect(await lab.client.getDocument('drafts.e')).toMatchObject({ title: 'Two', kept: true });
    expect(await lab.client.getDocument('e')).toMatchObject({ title: 'One' });
  });

  test.for(['_empty_action_guard_pseudo_field_', '_revision_lock_pseudo_field_'])(
    'the patch that unsets %s does nothing but gives a new revision',
    async (field) => {
      await lab.client.createOrReplace({ _id: 'drafts.g', _type: 'note', title: 'One' });
      const before = await lab.client.getDocument('drafts.g');
      const status = await act({
        actionType: type('edit'),
        draftId: 'drafts.g',
        publishedId: 'g',
        patch: { unset: [field] },
      });
      const after = await lab.client.getDocument('drafts.g');
      expect(status).toBe(200);
      expect(after?._rev).not.toBe(before?._rev);
      expect({ ...after, _rev: '', _updatedAt: '' }).toEqual({
        ...before,
        _rev: '',
        _updatedAt: '',
      });
    },
  );

  test('unpublishing, discarding and deleting', async () => {
    await lab.client.create({ _id: 'u', _type: 'note', title: 'One' });
    expect(
      await act({ actionType: type('unpublish'), draftId: 'drafts.u', publishedId: 'u' }),
    ).toBe(200);
    expect(await lab.client.getDocument('u')).toBeUndefined();
    expect(await lab.client.getDocument('drafts.u')).toMatchObject({ title: 'One' });
    expect(await act({ actionType: type('version.discard'), versionId: 'drafts.u' })).toBe(200);
    expect(await lab.client.getDocument('drafts.u')).toBeUndefined();
    await lab.client.create({ _id: 'u', _type: 'note' });
    await lab.client.create({ _id: 'drafts.u', _type: 'note' });
    expect(
      await act({ actionType: type('delete'), publishedId: 'u', includeDrafts: ['drafts.u'] }),
    ).toBe(200);
    expect(
      await lab.client.fetch('count(*[_id in ["u", "drafts.u"]])', {}, { perspective: 'raw' }),
    ).toBe(0);
  });

  test('a later action of a request sees what an earlier one did', async () => {
    const status = await act(
      {
        actionType: type('create'),
        publishedId: 'r',
        attributes: { _id: 'drafts.r', _type: 'note' },
        ifExists: 'fail',
      },
      {
        actionType: type('replaceDraft'),
        publishedId: 'r',
        attributes: { _id: 'drafts.r', _type: 'note', title: 'Back' },
      },
    );
    expect(status).toBe(200);
    expect(await lab.client.getDocument('drafts.r')).toMatchObject({ title: 'Back' });
  });

  test.for([
    {
      name: 'publishing a missing draft',
      status: 409,
      action: { actionType: type('publish'), draftId: 'drafts.none', publishedId: 'none' },
    },
    {
      name: 'creating an existing draft',
      status: 409,
      action: {
        actionType: type('create'),
        publishedId: 'x',
        attributes: { _id: 'drafts.there', _type: 'note' },
        ifExists: 'fail',
      },
    },
    {
      name: 'creating an existing draft anyway',
      status: 200,
      action: {
        actionType: type('create'),
        publishedId: 'x',
        attributes: { _id: 'drafts.there', _type: 'note' },
        ifExists: 'useExisting',
      },
    },
    {
      name: 'publishing an old revision',
      status: 409,
      action: {
        actionType: type('publish'),
        draftId: 'drafts.there',
        publishedId: 'there',
        ifDraftRevisionId: 'old',
      },
    },
    {
      name: 'an unknown action',
      status: 400,
      action: { actionType: 'sanity.action.document.explode' },
    },
    { name: 'a name of every object', status: 400, action: { actionType: type('constructor') } },
  ])('$name gives $status', async ({ status, action }) => {
    await lab.client.createIfNotExists({ _id: 'drafts.there', _type: 'note' });
    expect(await act(action)).toBe(status);
  });
});
