import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openLab } from '../../lake/contract/lab.ts';

describe('npm run import', () => {
  test('names the token that the store refuses', async () => {
    const lab = await openLab();
    onTestFinished(() => lab.end());
    const env = { SANITY_API_HOST: lab.lake.url, SANITY_API_TOKEN: 'of-another-store' };
    const { stderr } = spawn(process.execPath, ['scripts/import/main.ts'], { env });
    expect(await text(stderr)).toContain('The import failed: The store refuses SANITY_API_TOKEN');
  });
});
