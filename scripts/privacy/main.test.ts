import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLake } from '../../lake/lake.ts';
import { noteRunning } from '../../lake/running.ts';
import { clientOf } from '../../tests/fixtures/store.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { freePort } from '../ports.ts';

const TOKEN = 'a-token-for-this-test-only';
const ANN = 'ann@reader.example';

interface Answer {
  readonly ok: boolean;
  readonly out: string;
  readonly err: string;
}

function privacy(task: string, env: Readonly<Record<string, string>>): Promise<Answer> {
  const args = ['scripts/privacy/main.ts', task, ANN];
  const { NODE_COMPILE_CACHE } = process.env;
  return new Promise((resolve) => {
    execFile(process.execPath, args, { env: { NODE_COMPILE_CACHE, ...env } }, (error, out, err) => {
      resolve({ ok: error === null, out, err });
    });
  });
}

/** A data folder whose lake runs on a port of its own, with a comment by Ann. */
async function runningFolder(): Promise<string> {
  const dataDir = temporaryFolder();
  mkdirSync(join(dataDir, 'site'));
  writeFileSync(join(dataDir, 'robot-token'), TOKEN);
  const dir = join(dataDir, 'lake');
  const lake = await createLake({ dir, port: 0, robotToken: TOKEN });
  onTestFinished(() => lake.close());
  noteRunning(dir, { projectId: 'lymphwise', port: lake.port, studioOrigins: [] });
  const client = clientOf(lake.url, TOKEN);
  await client
    .transaction()
    .create({ _id: 'drafts.c1', _type: 'comment', name: 'Ann' })
    .create({ _id: 'private.comment.c1', _type: 'privateComment', comment: 'c1', email: ANN })
    .commit();
  return dataDir;
}

// Each command is a process of its own.
describe('npm run privacy', { timeout: 60_000 }, () => {
  test('finds the lake that serves the folder: exports from it, then erases', async () => {
    const env = { DATA_DIR: await runningFolder() };
    const found = await privacy('export', env);
    expect(found).toMatchObject({ ok: true, err: '' });
    expect(found.out).toContain('private.comment.c1');
    expect(await privacy('erase', env)).toEqual({
      ok: true,
      out: '',
      err: 'One comment is erased.\n',
    });
    expect((await privacy('export', env)).out).not.toContain('private.comment.c1');
  });

  test.for(['export', 'erase'])('%s says where no store answers, and what to do', async (task) => {
    const port = String(await freePort());
    const { ok, err } = await privacy(task, { DATA_DIR: temporaryFolder(), LAKE_PORT: port });
    expect(ok).toBe(false);
    expect(err).toContain(`Not done: The store at http://127.0.0.1:${port} does not answer`);
    expect(err).toContain('DATA_DIR');
    expect(err).not.toContain('begun');
  });
});
