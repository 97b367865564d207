import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLake } from '../../lake/lake.ts';
import { freePort } from '../../scripts/ports.ts';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { Catalogue, type Doc } from '../cms/catalogue.ts';
import { createWriter } from '../cms/client.ts';
import { parseSiteConfig } from '../cms/parse-site-config.ts';
import { createRedirectWriter } from './redirect-writer.ts';

const TOKEN = 'a-token-for-this-test-only';

/** A writer whose catalogue hears nothing of what it writes, and its store, which is away at first. */
async function aWriter(documents: readonly Doc[] = []) {
  const port = await freePort();
  const host = { SANITY_API_HOST: `http://127.0.0.1:${port}`, SANITY_API_TOKEN: TOKEN };
  const client = createWriter(parseSiteConfig(host));
  const ending = new AbortController();
  onTestFinished(() => ending.abort());
  const log: string[] = [];
  const write = createRedirectWriter({
    client,
    catalogue: new Catalogue(documents, new Date('2026-06-01T00:00:00Z')),
    log: (line) => void log.push(line),
    backoff: () => 1,
    signal: ending.signal,
  });
  const openStore = async (): Promise<void> => {
    const dir = join(temporaryFolder(), 'lake');
    const lake = await createLake({ dir, port, robotToken: TOKEN });
    onTestFinished(() => lake.close());
  };
  const redirects = async (): Promise<readonly string[]> => {
    const found = await client.fetch<{ from: string; to: string }[]>(
      `*[_type == "redirect"] | order(from)`,
    );
    return found.map(({ from, to }) => `${from} > ${to}`);
  };
  return { write, redirects, openStore, log };
}

describe('createRedirectWriter', () => {
  test('a page that moves on before its first redirect has come back leaves no chain', async () => {
    const { write, redirects, openStore } = await aWriter();
    await openStore();
    await Promise.all([
      write([{ from: '/benefits/a/', to: '/benefits/b/' }]),
      write([{ from: '/benefits/b/', to: '/benefits/c/' }]),
    ]);
    expect(await redirects()).toEqual([
      '/benefits/a/ > /benefits/c/',
      '/benefits/b/ > /benefits/c/',
    ]);
  });

  test('a page that moves there and back leads nobody away', async () => {
    const { write, redirects, openStore } = await aWriter();
    await openStore();
    await write([{ from: '/benefits/a/', to: '/benefits/b/' }]);
    await write([{ from: '/benefits/b/', to: '/benefits/a/' }]);
    expect(await redirects()).toEqual(['/benefits/b/ > /benefits/a/']);
  });

  test('pages that swap their addresses leave no redirect behind', async () => {
    const swapped = [
      anArticle('a', { slug: { _type: 'slug', current: 'b' } }),
      anArticle('b', { slug: { _type: 'slug', current: 'a' } }),
    ];
    const { write, redirects, openStore } = await aWriter(swapped);
    await openStore();
    // As if the store had told of one after the other.
    await write([{ from: '/benefits/a/', to: '/benefits/b/' }]);
    await write([{ from: '/benefits/b/', to: '/benefits/a/' }]);
    expect(await redirects()).toEqual([]);
  });

  test('waits for a store that is away', async () => {
    const { write, redirects, openStore, log } = await aWriter();
    const written = write([{ from: '/benefits/a/', to: '/benefits/b/' }]);
    await expect.poll(() => log).toHaveLength(1);
    await openStore();
    await written;
    expect(await redirects()).toEqual(['/benefits/a/ > /benefits/b/']);
    expect(log).toEqual([expect.stringContaining('/benefits/a/ is not written yet')]);
  });
});
