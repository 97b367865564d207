import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { aStore } from '../../../tests/fixtures/store.ts';
import { seen, withComments } from '../store.fixture.ts';
import { toBlocks } from '../text/to-blocks.ts';
import { parseText } from '../text/parse-text.ts';
import { carryOutUndo } from '../verdicts/carry-out.ts';
import type { Written } from './writing.ts';
import { isEditable, saveEdit, toEditPatch, toWrittenForm } from './edit.ts';

const now = new Date('2026-11-21T10:00:00Z');
const mark = { editedAt: '2026-11-21T10:00:00.000Z', editedBy: 'editor' };
const body = toBlocks(parseText('Call *me*.'));
const comment = aComment({ body, website: 'https://a.example/' });
const form = toWrittenForm(comment);
const typed = (change: Partial<Written>) => ({ start: form, written: { ...form, ...change } });

describe('isEditable', () => {
  test.for([
    [{}, true],
    [{ draft: false }, true],
    [{ moderation: 'trash' }, false],
    [{ removed: true, draft: false }, false],
  ] as const)('%o: %s', ([change, expected]) => {
    expect(isEditable(aComment(change))).toBe(expected);
  });
});

describe('toEditPatch', () => {
  test('changes nothing where nothing was changed', () => {
    expect(toEditPatch(comment, { start: form, written: form }, now)).toBeUndefined();
  });

  test('replaces the text as sent too, so that what is taken out is gone', () => {
    expect(toEditPatch(comment, typed({ text: 'Call **me**.' }), now)).toEqual({
      set: { body: toBlocks(parseText('Call **me**.')), source: 'Call **me**.', ...mark },
      unset: [],
    });
  });

  test('leaves alone what is not touched', () => {
    expect(toEditPatch(comment, typed({ name: ' Bo ', website: '' }), now)).toEqual({
      set: { name: 'Bo', ...mark },
      unset: ['website'],
    });
  });

  test('leaves alone what others have changed since the form was opened', () => {
    const since = { ...comment, name: 'Cleo', website: undefined };
    expect(toEditPatch(since, typed({ text: 'New.' }), now)).toEqual({
      set: { body: toBlocks(parseText('New.')), source: 'New.', ...mark },
      unset: [],
    });
  });

  test('gives an editor’s own comment no text as sent', () => {
    const own = { ...comment, byEditor: true };
    expect(toEditPatch(own, typed({ text: 'New.' }), now)?.set).not.toHaveProperty('source');
  });
});

describe('saveEdit', () => {
  test('saves with the mark, and can be undone', async () => {
    const client = await aStore();
    const [held = aComment()] = await withComments(client, ['a'], { body, source: 'Call *me*.' });
    const patch = toEditPatch(held, typed({ text: 'Gone.' }), now);
    const outcome = await saveEdit(client, held, patch ?? { set: {}, unset: [] });
    expect(await client.getDocument('drafts.a')).toMatchObject({ source: 'Gone.', ...mark });
    await carryOutUndo(client, outcome.status === 'done' && outcome.undo ? [outcome.undo] : []);
    expect(await client.getDocument('drafts.a')).toMatchObject({ source: 'Call *me*.', body });
    expect((await seen(client))[0]?.edited).toBeUndefined();
  });

  test('is refused where the comment has changed', async () => {
    const client = await aStore();
    const [held = aComment()] = await withComments(client, ['a'], { body });
    await client.patch('drafts.a').set({ name: 'rewritten' }).commit();
    const outcome = await saveEdit(client, held, { set: { name: 'mine' }, unset: [] });
    expect(outcome).toMatchObject({ status: 'changed', now: { draft: { name: 'rewritten' } } });
  });
});
