import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';

function run(...args: readonly string[]) {
  const dataDir = temporaryFolder();
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['scripts/nginx/main.ts', ...args],
    { env: { DATA_DIR: dataDir }, encoding: 'utf8' },
  );
  return { status, stdout, said: stderr.trim().split('\n'), dataDir };
}

describe('npm run nginx', () => {
  test.for([
    { args: ['--port', '80'], says: "Unknown option '--port'" },
    { args: ['--listen', '80;'], says: 'nginx cannot be given “80;” to listen on' },
    { args: ['--listen', 'abc'], says: 'Give a port such as 80' },
  ])('says what is wrong with $args, and where to read more', ({ args, says }) => {
    const { status, stdout, said } = run(...args);
    expect([status, stdout]).toEqual([1, '']);
    expect(said).toEqual([expect.stringContaining(says), expect.stringContaining('--help')]);
  });

  test('tells whoever names a folder without a site', () => {
    const { status, stdout, said, dataDir } = run();
    expect(status).toBe(0);
    expect(stdout).toContain(`root "${join(dataDir, 'site/releases/current')}";`);
    expect(said).toEqual([expect.stringContaining('Is DATA_DIR right?')]);
  });
});
