import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createClient } from '@sanity/client';
import { describe, expect, onTestFinished, test, vi } from 'vitest';

import { openLab } from '../../lake/contract/lab.ts';
import { freePort } from '../../scripts/ports.ts';
import { COMMENT_SETTINGS_ID } from './comment-settings.ts';
import { followCommentSettings } from './follow-comment-settings.ts';
import type { FollowOptions } from './follow-comment-settings.ts';

const PATIENCE = { timeout: 8000 };

const follow = (options: Pick<FollowOptions, 'client' | 'file'>) => {
  const lines: string[] = [];
  const settings = followCommentSettings({ ...options, log: (line) => lines.push(line) });
  onTestFinished(() => settings.close());
  return { ...settings, lines };
};

const openStore = async (options: Parameters<typeof openLab>[0] = {}) => {
  const lab = await openLab(options);
  onTestFinished(() => lab.end());
  const dir = mkdtempSync(join(tmpdir(), 'lymphwise-settings-'));
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  const set = (changes: Record<string, unknown>) =>
    lab.client.createOrReplace({ _id: COMMENT_SETTINGS_ID, _type: 'commentSettings', ...changes });
  return { lab, file: join(dir, 'site/comment-settings.json'), set };
};

describe('followCommentSettings', { timeout: 30_000 }, () => {
  test('follows what moderators set, change and remove', async () => {
    const { lab, file, set } = await openStore();
    await set({ mode: 'open', maxLinks: 5 });
    const { current } = follow({ client: lab.client, file });
    expect(current().mode).toBe('all');
    await vi.waitFor(
      () => expect(current()).toMatchObject({ mode: 'open', maxLinks: 5 }),
      PATIENCE,
    );
    await set({ mode: 'first-timers', words: ['casino'] });
    await vi.waitFor(
      () => expect(current()).toMatchObject({ mode: 'first-timers', maxLinks: 2 }),
      PATIENCE,
    );
    await lab.client.delete(COMMENT_SETTINGS_ID);
    await vi.waitFor(() => expect(current()).toMatchObject({ mode: 'all', words: [] }), PATIENCE);
  });

  test('does not follow a draft: it holds once it is published', async () => {
    const { lab, file, set } = await openStore();
    await lab.client.createOrReplace({
      _id: `drafts.${COMMENT_SETTINGS_ID}`,
      _type: 'commentSettings',
      mode: 'open',
    });
    const { current } = follow({ client: lab.client, file });
    await set({ maxLinks: 7 });
    await vi.waitFor(() => expect(current().maxLinks).toBe(7), PATIENCE);
    expect(current().mode).toBe('all');
  });

  test('keeps a copy for a start without the store, for this user only', async () => {
    const { lab, file, set } = await openStore();
    await set({ mode: 'open', notify: ['editor@example.org'] });
    const first = follow({ client: lab.client, file });
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('open'), PATIENCE);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    first.close();

    const nowhere = createClient({
      projectId: 'lymphwise',
      dataset: 'production',
      apiVersion: '2026-05-01',
      apiHost: 'http://127.0.0.1:9',
      useProjectHostname: false,
      useCdn: false,
    });
    const { current } = follow({ client: nowhere, file });
    expect(current()).toMatchObject({ mode: 'open', notify: ['editor@example.org'] });
  });

  test('finds what was changed while the store could not be reached', async () => {
    const { lab, file, set } = await openStore({ port: await freePort() });
    const { current, lines } = follow({ client: lab.client, file });
    await set({ maxLinks: 7 });
    await vi.waitFor(() => expect(current().maxLinks).toBe(7), PATIENCE);
    await lab.restart();
    await set({ maxLinks: 9 });
    expect(current().maxLinks).toBe(7);
    await vi.waitFor(() => expect(current().maxLinks).toBe(9), PATIENCE);
    expect(lines.length).toBeLessThanOrEqual(1);
  });
});
