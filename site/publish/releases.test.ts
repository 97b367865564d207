import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { openReleases } from './releases.ts';

describe('openReleases', () => {
  test('serves nothing before the first release, then always the latest', () => {
    const releases = openReleases(temporaryFolder());
    expect(releases.current()).toBeUndefined();
    const first = releases.prepare();
    expect(releases.current()).toBeUndefined();
    releases.activate(first);
    expect(releases.current()).toBe(first);
  });

  test('removes the release before, and keeps its assets', () => {
    const dir = temporaryFolder();
    mkdirSync(join(dir, 'old/assets'), { recursive: true });
    writeFileSync(join(dir, 'old/assets/style.1.css'), 'a{}');
    writeFileSync(join(dir, 'old/index.html'), 'old');
    const releases = openReleases(dir);
    releases.activate(join(dir, 'old'));
    const next = releases.prepare();
    releases.activate(next);
    expect(existsSync(join(next, 'assets/style.1.css'))).toBe(true);
    expect(existsSync(join(next, 'index.html'))).toBe(false);
    expect(existsSync(join(dir, 'old'))).toBe(false);
  });
});
