import { describe, expect, test } from 'vitest';

import { aComment } from '../comment.fixture.ts';
import { createDrafts } from './drafts.ts';

const comment = aComment();

describe('createDrafts', () => {
  test('begins a change with the comment, and a reply with a name', () => {
    const drafts = createDrafts();
    expect(drafts.of(comment, 'edit', 'Eve').written.name).toBe(comment.name);
    expect(drafts.of(comment, 'reply', 'Eve').written).toEqual({
      name: 'Eve',
      website: '',
      text: '',
    });
  });

  test('keeps what was typed, apart from how it began', () => {
    const drafts = createDrafts();
    const { id, start } = drafts.of(comment, 'edit', '');
    expect(drafts.isTyped(comment, 'edit')).toBe(false);
    expect(drafts.isAnyTyped()).toBe(false);
    const written = { ...start, text: 'New.' };
    drafts.keep(comment, 'edit', { written });
    expect(drafts.isTyped(comment, 'edit')).toBe(true);
    expect(drafts.isAnyTyped()).toBe(true);
    const changed = { ...comment, name: 'Cleo' };
    expect(drafts.of(changed, 'edit', '')).toEqual({ id, start, written, read: start });
    drafts.forget(comment, 'edit');
    expect(drafts.of(changed, 'edit', '').written.name).toBe('Cleo');
  });

  test('knows that a comment has changed since it was read, until the editor was told', () => {
    const drafts = createDrafts();
    const changed = { ...comment, name: 'Cleo' };
    expect(drafts.isUnread(changed, 'edit')).toBe(false);
    drafts.of(comment, 'edit', '');
    expect(drafts.isUnread(comment, 'edit')).toBe(false);
    expect(drafts.isUnread(changed, 'edit')).toBe(true);
    drafts.keep(comment, 'edit', { read: undefined });
    expect(drafts.isUnread(changed, 'edit')).toBe(false);
  });
});
