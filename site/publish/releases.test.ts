import { existsSync, mkdirSync, readdirSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { openReleases, type Releases } from './releases.ts';

const DAY_MS = 24 * 60 * 60_000;

function put(dir: string, name: string): void {
  mkdirSync(dirname(join(dir, name)), { recursive: true });
  writeFileSync(join(dir, name), name);
}

/** Makes a release of these files and serves it. */
async function release(releases: Releases, ...names: readonly string[]): Promise<string> {
  const before = releases.current();
  // Two are never made in the same millisecond.
  await expect.poll(() => String(Date.now())).not.toBe(before?.split('/').at(-1)?.split('-')[0]);
  const dir = await releases.prepare();
  for (const name of names) put(dir, name);
  releases.activate(dir);
  return dir;
}

describe('openReleases', () => {
  test('serves nothing before the first release, then always the latest', async () => {
    const releases = openReleases({ dir: temporaryFolder(), shared: {} });
    expect(releases.current()).toBeUndefined();
    const first = await releases.prepare();
    expect(releases.current()).toBeUndefined();
    releases.activate(first);
    expect(releases.current()).toBe(first);
  });

  test('removes what is not served, but for what is under way', async () => {
    const dir = temporaryFolder();
    const releases = openReleases({ dir, shared: {} });
    put(dir, 'interrupted/index.html');
    await release(releases, 'index.html');
    const served = await release(releases, 'index.html');
    await expect.poll(() => String(Date.now())).not.toBe(served.split('/').at(-1)?.split('-')[0]);
    const next = await releases.prepare();
    await releases.sweep();
    const names = ['current', ...[served, next].map((each) => each.slice(dir.length + 1))];
    expect(readdirSync(dir).toSorted()).toEqual(names.toSorted());
    await releases.discard(next);
    expect(existsSync(next)).toBe(false);
  });

  test('sweeps what interrupted runs left before it begins anew', async () => {
    const dir = temporaryFolder();
    put(dir, 'interrupted/index.html');
    const next = await openReleases({ dir, shared: {} }).prepare();
    expect(readdirSync(dir)).toEqual([basename(next)]);
  });

  test('keeps the assets of the release before, and those that went out of use today', async () => {
    const releases = openReleases({ dir: temporaryFolder(), shared: {} });
    const first = await release(releases, 'assets/a.css', 'assets/both.css', 'index.html');
    const age = (name: string, days: number): void => {
      const time = (Date.now() - days * DAY_MS) / 1000;
      utimesSync(join(releases.current() ?? '', 'assets', name), time, time);
    };
    const second = await release(releases, 'assets/b.css', 'assets/both.css');
    expect(readdirSync(join(second, 'assets'))).toEqual(['a.css', 'b.css', 'both.css']);
    expect(existsSync(join(second, 'index.html'))).toBe(false);
    expect(first).not.toBe(second);
    const third = await release(releases, 'assets/c.css');
    expect(readdirSync(join(third, 'assets'))).toEqual(['a.css', 'b.css', 'both.css', 'c.css']);
    age('a.css', 2);
    const fourth = await release(releases, 'assets/d.css');
    expect(readdirSync(join(fourth, 'assets'))).toEqual(['b.css', 'both.css', 'c.css', 'd.css']);
  });

  test('keeps compressed assets as old as their file', async () => {
    const releases = openReleases({ dir: temporaryFolder(), shared: {} });
    await release(releases, 'assets/a.css', 'assets/a.css.br');
    const next = await release(releases, 'assets/b.css');
    const [file, compressed] = ['a.css', 'a.css.br'].map((name) =>
      statSync(join(next, 'assets', name)),
    );
    expect(compressed?.mtimeMs).toBe(file?.mtimeMs);
  });

  test('every release shows what is shared', async () => {
    const shared = join(temporaryFolder(), 'pictures');
    const releases = openReleases({ dir: temporaryFolder(), shared: { images: shared } });
    const dir = await release(releases);
    put(shared, 'a.webp');
    expect(existsSync(join(dir, 'images/a.webp'))).toBe(true);
    await release(releases);
    await releases.sweep();
    expect(existsSync(join(shared, 'a.webp'))).toBe(true);
  });
});
