import { describe, expect, test } from 'vitest';

import { CHANGE_MS } from './outbox.ts';
import { toPlainBlocks } from './plain-text.ts';
import { aPage, later, publicly, signer } from './yours.fixture.ts';

describe('createYours', () => {
  test('shows the comment, why it waits, and until when it can be changed', async () => {
    const { ask, pages, address } = await aPage({ comment: { notices: ['A soft word.'] } });
    const response = await ask();
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(pages).toMatchObject([
      {
        kind: 'yours',
        state: 'held',
        notices: ['A soft word.'],
        address,
        edit: { source: 'Thank you.', until: '2026-11-21T09:15:00.000Z' },
      },
    ]);
  });

  test('says so when the store is away', async () => {
    const { ask, pages } = await aPage({ heldUp: true });
    await ask();
    expect(pages).toMatchObject([{ notices: [expect.stringContaining('safely stored here')] }]);
  });

  test.for(['forged', signer.sign('approve', 'x'), ''])('has no page at %o', async (token) => {
    const { ask } = await aPage({});
    expect((await ask(undefined, `/api/comments/yours/${token}`)).status).toBe(404);
  });

  test('changes the comment, and leads back', async () => {
    const { ask, pages, kept, address } = await aPage({});
    const response = await ask({ action: 'edit', comment: 'Changed.' });
    expect([response.status, response.headers.get('location')]).toEqual([
      303,
      `${address}?changed`,
    ]);
    expect(kept()).toMatchObject({ source: 'Changed.', body: toPlainBlocks('Changed.') });
    expect(kept()).not.toHaveProperty('editedAt');
    await ask(undefined, `${address}?changed`);
    expect(pages.at(-1)).toMatchObject({ changed: true });
  });

  test('keeps what was typed when it cannot be taken', async () => {
    const { ask, pages, kept } = await aPage({});
    const source = 'a'.repeat(5001);
    const response = await ask({ action: 'edit', comment: source });
    expect(response.status).toBe(422);
    expect(pages).toMatchObject([{ edit: { source, error: expect.stringContaining('5000') } }]);
    expect(kept()?.source).toBe('Thank you.');
  });

  test('deletes the comment, and says so from then on', async () => {
    const { ask, pages, outbox, comment } = await aPage({});
    expect((await ask({ action: 'delete' })).status).toBe(303);
    await ask();
    expect(pages).toMatchObject([{ state: 'deleted', comment: undefined }]);
    expect(outbox.due(later(1000), 9)).toMatchObject([{ kind: 'delete', id: comment.id }]);
  });

  test('does not claim to have deleted what it could not', async () => {
    const { ask, pages, outbox, kept } = await aPage({});
    outbox.remove = () => Promise.reject(new Error('The disk is full'));
    const response = await ask({ action: 'delete' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(pages).toMatchObject([
      { state: 'held', notices: [expect.stringContaining('not deleted yet')] },
    ]);
    expect(kept()?.source).toBe('Thank you.');
  });

  test('says that it is deleted when only the tidying failed', async () => {
    const { ask, outbox } = await aPage({});
    const { remove } = outbox;
    outbox.remove = (...call) => remove(...call).then(() => Promise.reject(new Error('Full')));
    expect((await ask({ action: 'delete' })).status).toBe(303);
  });

  test('what was deleted in one tab and saved in another is not lost', async () => {
    const { ask, pages } = await aPage({});
    await ask({ action: 'delete' });
    expect((await ask({ action: 'edit', comment: 'Back?' })).status).toBe(410);
    expect(pages).toMatchObject([
      { state: 'deleted', unsaved: { why: expect.stringContaining('deleted'), source: 'Back?' } },
    ]);
  });

  test('takes no change after fifteen minutes', async () => {
    const { ask, kept, pages } = await aPage({ now: later(CHANGE_MS) });
    expect((await ask({ action: 'edit', comment: 'Late.' })).status).toBe(410);
    expect(pages).toMatchObject([
      { unsaved: { why: expect.stringContaining('fifteen minutes'), source: 'Late.' } },
    ]);
    expect(kept()?.source).toBe('Thank you.');
  });

  test('deletes the comment later too, wherever it is', async () => {
    const erased: string[] = [];
    const { ask, pages, outbox, comment } = await aPage({
      now: later(365 * 24 * 60 * 60_000),
      standing: publicly({}),
      erase: async (id) => void erased.push(id),
    });
    outbox.erase([comment.id]);
    expect((await ask({ action: 'delete' })).status).toBe(200);
    expect(erased).toEqual([comment.id]);
    expect(pages).toMatchObject([{ title: 'Your comment is deleted' }]);
  });

  test('later, asks for patience while the store is away', async () => {
    const { ask, pages } = await aPage({
      now: later(CHANGE_MS),
      erase: () => Promise.reject(new Error('away')),
    });
    const response = await ask({ action: 'delete' });
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60']);
    expect(pages).toMatchObject([
      { state: 'away', notices: [expect.stringContaining('not deleted yet')] },
    ]);
  });

  test('later, shows what was typed while the store is away', async () => {
    const { ask, pages, outbox, comment } = await aPage({ now: later(CHANGE_MS) });
    outbox.erase([comment.id]);
    expect((await ask({ action: 'edit', comment: 'Late.' })).status).toBe(503);
    expect(pages).toMatchObject([
      { state: 'away', unsaved: { why: expect.stringContaining('are over'), source: 'Late.' } },
    ]);
  });

  test('keeps what was typed when too many changes come', async () => {
    const { ask, pages, kept } = await aPage({ mayPreview: false });
    expect((await ask({ action: 'edit', comment: 'Again.' })).status).toBe(429);
    expect(pages).toMatchObject([
      { edit: { source: 'Again.', error: expect.stringContaining('Too many') } },
    ]);
    expect(kept()?.source).toBe('Thank you.');
  });

  test('keeps what was typed when it cannot be stored', async () => {
    const { ask, pages, outbox } = await aPage({});
    outbox.edit = () => Promise.reject(new Error('The disk is full'));
    expect((await ask({ action: 'edit', comment: 'Again.' })).status).toBe(503);
    expect(pages).toMatchObject([
      { edit: { source: 'Again.', error: expect.stringContaining('could not be stored') } },
    ]);
  });

  test('later, deletes what an editor has put away, and does not tell that it was', async () => {
    const erased: string[] = [];
    const { ask, pages, outbox, comment } = await aPage({
      now: later(CHANGE_MS),
      draft: { moderation: 'spam' },
      erase: async (id) => void erased.push(id),
    });
    outbox.find = () => undefined;
    await ask();
    expect(pages).toMatchObject([{ state: 'gone' }]);
    expect((await ask({ action: 'delete' })).status).toBe(200);
    expect(erased).toEqual([comment.id]);
  });

  test('later, deletes nothing that is gone', async () => {
    const { ask, outbox, comment } = await aPage({ now: later(CHANGE_MS) });
    await outbox.remove(comment.id, later(1000));
    expect((await ask({ action: 'delete' })).status).toBe(410);
  });

  test('a change approves nothing that was held', async () => {
    const { ask, kept } = await aPage({
      comment: { reasons: ['The form was sent too fast'], moderation: 'spam' },
      settings: { mode: 'open' },
    });
    await ask({ action: 'edit', comment: 'Innocent words.' });
    expect(kept()).toMatchObject({
      source: 'Innocent words.',
      reasons: ['The form was sent too fast', expect.stringContaining('Changed by its author')],
      moderation: 'spam',
    });
    expect(kept()).not.toHaveProperty('approved');
  });

  test.for([
    ['open', 'Thank you, all is well.', /^Changed by its author since/],
    ['all', 'Thank you, all is well.', /^Every comment is read first/],
    ['open', 'It cures cancer, guaranteed.', /cures or heals/],
  ] as const)('in mode %s, an emergency changed into %o is still told', async (row) => {
    const [mode, source, also] = row;
    const { ask, kept, pages } = await aPage({
      comment: {
        reasons: ['May be an emergency: “chest pain”'],
        notices: ['Please do what the card says.'],
        emergency: true,
      },
      settings: { mode },
    });
    await ask({ action: 'edit', comment: 'Thank you.' });
    await ask({ action: 'edit', comment: source });
    const reasons = kept()?.reasons;
    expect(reasons).toHaveLength(2);
    expect(reasons).toContain('Before its author changed it: May be an emergency: “chest pain”');
    expect(reasons).toContainEqual(expect.stringMatching(also));
    expect(kept()).not.toHaveProperty('emergency');
    await ask();
    expect(JSON.stringify(pages)).not.toContain('card');
  });

  test.for([
    ['Still harmless.', true],
    ['It cures cancer, guaranteed.', undefined],
  ] as const)('what was public at once and becomes %o: approved %o', async ([source, approved]) => {
    const { ask, kept } = await aPage({
      comment: { approved: true, reasons: [] },
      settings: { mode: 'open' },
    });
    await ask({ action: 'edit', comment: source });
    expect(kept()?.approved).toBe(approved);
    expect(kept()?.editedAt).toBe(later(1000).toISOString());
    expect(kept()?.reasons.length === 0).toBe(approved === true);
  });

  test('what an editor approved is read again when it changes', async () => {
    const { ask, kept, pages } = await aPage({
      standing: publicly({}),
      settings: { mode: 'open' },
      comment: { reasons: [] },
    });
    await ask();
    expect(pages).toMatchObject([{ state: 'public', href: '/benefits/x/#comment-1' }]);
    await ask({ action: 'edit', comment: 'Other words.' });
    expect(kept()).toMatchObject({ reasons: [expect.stringContaining('after it was approved')] });
    expect(kept()).not.toHaveProperty('approved');
  });

  test('goes on showing what is public when nothing is kept here any more', async () => {
    const { ask, pages, outbox, comment } = await aPage({ standing: publicly({ name: 'Bo' }) });
    outbox.erase([comment.id]);
    await ask();
    expect(pages).toMatchObject([{ state: 'public', comment: { name: 'Bo' }, edit: undefined }]);
  });

  test('asks for patience when only the store would know', async () => {
    const { ask, pages, outbox, comment } = await aPage({});
    outbox.erase([comment.id]);
    expect((await ask()).status).toBe(503);
    expect(pages).toMatchObject([{ state: 'away' }]);
  });
});
