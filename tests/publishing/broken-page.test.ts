import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { syntheticDocuments } from '../../scripts/bench/synthetic-documents.ts';
import { Catalogue } from '../../site/cms/catalogue.ts';
import { compileSite } from '../../site/publish/compile.ts';
import { loadCompiledSite } from '../../site/publish/compiled-site.ts';
import { groupFailures } from '../../site/publish/failure-groups.ts';
import { fileOf } from '../../site/publish/files.ts';
import { publishChanges, writePaths } from '../../site/publish/publisher.ts';
import { COMPILED } from '../fixtures/first-data-dir.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';

async function aPublisher(now: Date) {
  return {
    site: await loadCompiledSite(await compileSite(COMPILED)),
    catalogue: new Catalogue(syntheticDocuments(4), now),
    dir: temporaryFolder(),
  };
}

test('a page that throws keeps its last good file and says why', async () => {
  const now = new Date('2026-06-01T00:00:00Z');
  const publisher = await aPublisher(now);
  const path = '/evidence/';
  await writePaths(publisher, [path]);
  const claim = publisher.catalogue.find('claim', { _ref: 'claim-1' });
  if (claim === undefined) throw new Error('There is no claim.');
  const broken = { ...claim, _rev: 'r2' };
  // No editor can do this, and the guard at the door would keep it out.
  Reflect.set(broken, 'grade', 'unheard-of');
  const { failed, missing } = await publishChanges(
    publisher,
    [{ id: broken._id, doc: broken }],
    now,
  );
  expect(missing).toEqual([]);
  expect(failed.find((failure) => failure.path === path)?.message).toMatch(/answered 500: .+/);
  expect(existsSync(fileOf(publisher.dir, path))).toBe(true);
});

test('pages that miss the same document fail as one', async () => {
  const now = new Date('2026-06-01T00:00:00Z');
  const publisher = await aPublisher(now);
  const settings = publisher.catalogue.settings;
  const { failed } = await publishChanges(publisher, [{ id: settings._id, doc: undefined }], now);
  expect(failed.length).toBeGreaterThan(4);
  expect(groupFailures(failed)).toEqual([
    expect.objectContaining({
      message: expect.stringContaining('no settings document'),
      others: failed.length - 1,
    }),
  ]);
});
