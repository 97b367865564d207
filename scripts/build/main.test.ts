import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { freePort } from '../ports.ts';

describe('npm run build', () => {
  test('says in one line that no store answers, and what to do', async () => {
    const port = await freePort();
    const { status, stderr } = spawnSync(process.execPath, ['scripts/build/main.ts'], {
      env: { LAKE_PORT: String(port) },
      encoding: 'utf8',
    });
    expect(status).toBe(1);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toContain(`http://127.0.0.1:${port} does not answer`);
    expect(stderr).toContain('npm start');
  });
});
