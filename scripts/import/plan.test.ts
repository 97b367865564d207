import { describe, expect, test } from 'vitest';

import { fingerprint } from './fingerprint.ts';
import { planImport } from './plan.ts';

const old = { _id: 'term-lymph', _type: 'term', name: 'Lymph' };
const wanted = { ...old, meaning: 'Fluid.' };
const edited = { ...old, meaning: 'A fluid.' };

describe('planImport', () => {
  test.for([
    { when: 'it is missing', stored: [], imported: undefined, action: 'create' },
    { when: 'it is as wanted', stored: [wanted], imported: undefined, action: 'unchanged' },
    { when: 'it is as last imported', stored: [old], imported: old, action: 'update' },
    { when: 'it was edited since', stored: [edited], imported: old, action: 'keep' },
    { when: 'nobody knows who wrote it', stored: [edited], imported: undefined, action: 'keep' },
    {
      when: 'somebody has a draft of it',
      stored: [old, { ...edited, _id: 'drafts.term-lymph' }],
      imported: old,
      action: 'keep',
    },
    {
      when: 'it was unpublished',
      stored: [{ ...old, _id: 'drafts.term-lymph' }],
      imported: old,
      action: 'keep',
    },
  ])('gives $action when $when', ({ stored, imported, action }) => {
    const state = {
      documents: new Map(stored.map((document) => [document._id, document])),
      imported: new Map(imported ? [[imported._id, fingerprint(imported)]] : []),
    };
    expect(planImport([wanted], state, false)).toEqual([{ id: wanted._id, action }]);
  });

  test('overwrites edits when forced', () => {
    const state = { documents: new Map([[edited._id, edited]]), imported: new Map() };
    expect(planImport([wanted], state, true)).toEqual([{ id: wanted._id, action: 'update' }]);
  });
});

describe('fingerprint', () => {
  test('does not depend on the order of fields or on what the store adds', () => {
    const { _id, _type, name } = old;
    expect(fingerprint({ name, _rev: 'x', _createdAt: 'y', _updatedAt: 'z', _type, _id })).toBe(
      fingerprint(old),
    );
  });

  test('depends on the order of lists', () => {
    expect(fingerprint({ ...old, list: [1, 2] })).not.toBe(fingerprint({ ...old, list: [2, 1] }));
  });
});
