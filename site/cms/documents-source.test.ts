import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createLake } from '../../lake/lake.ts';
import { anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { createReader, createWriter } from './client.ts';
import { createDocumentSource } from './documents-source.ts';
import { parseSiteConfig } from './parse-site-config.ts';

const TOKEN = 'a-token-for-this-test-only';
/** More than one answer of the store holds, of documents and of revisions. */
const MANY = 5001;

async function aStore() {
  const lake = await createLake({
    dir: join(temporaryFolder(), 'lake'),
    port: 0,
    robotToken: TOKEN,
  });
  onTestFinished(() => lake.close());
  const config = parseSiteConfig({ SANITY_API_HOST: lake.url, SANITY_API_TOKEN: TOKEN });
  const source = createDocumentSource(createReader(config), config.siteUrl);
  return { source, writer: createWriter(config) };
}

function ids(found: readonly { readonly _id: string }[]): readonly string[] {
  return found.map(({ _id }) => _id).toSorted();
}

describe('createDocumentSource', () => {
  test('reads every document, and every revision, however many there are', async () => {
    const { source, writer } = await aStore();
    const terms = writer.transaction();
    for (let index = 0; index < MANY; index += 1) {
      terms.create({
        _id: `term-${index}`,
        _type: 'term',
        name: `Term ${index}`,
        meaning: 'A word.',
      });
    }
    await terms.commit({ visibility: 'async' });

    const documents = await source.fetchAll();
    expect(documents).toHaveLength(MANY);
    const expected = new Map(documents.map(({ _id, _rev }) => [_id, _rev]));
    expect(await source.fetchRevisions()).toEqual(expected);
    expect(await source.fetchSome([...expected.keys()])).toHaveLength(MANY);
  });

  test('tells of what one transaction changed at once, and of the next apart', async () => {
    const { source, writer } = await aStore();
    const told: (readonly string[])[] = [];
    let isOpen = false;
    const following = source.follow({
      onChanges: (changes) => told.push(changes.map(({ id }) => id)),
      onGap: () => (isOpen = true),
      onError: () => undefined,
    });
    onTestFinished(() => following.stop());
    await expect.poll(() => isOpen).toBe(true);
    const terms = ['a', 'b', 'c'];
    const transaction = writer.transaction();
    for (const _id of terms) {
      const meaning = _id.repeat(100_000);
      transaction.create({ _id, _type: 'term', name: _id, meaning });
    }
    await transaction.commit();
    await writer.delete('a');
    await expect.poll(() => told).toEqual([terms, ['a']]);
  });

  test('tells of nothing that is not public, not there, or not fit to be shown', async () => {
    const { source, writer } = await aStore();
    const { slug: _slug, ...unfit } = anArticle('unfit');
    const documents = [
      theSettings(),
      thePublisher(),
      unfit,
      { ...anArticle('draft'), _id: 'drafts.article-draft' },
      { _id: 'private.comment.a', _type: 'privateComment' },
      { _id: 'other', _type: 'of.another.kind' },
    ];
    const transaction = writer.transaction();
    for (const { _id, _type, ...fields } of documents)
      transaction.create({ ...fields, _id, _type });
    await transaction.commit();

    const shown = [theSettings()._id, thePublisher()._id].toSorted();
    expect(ids(await source.fetchAll())).toEqual(shown);
    const asked = [...documents.map(({ _id }) => _id), 'nowhere'];
    expect(ids(await source.fetchSome(asked))).toEqual(shown);
    expect([...(await source.fetchRevisions()).keys()].toSorted()).toEqual(
      [...shown, unfit._id].toSorted(),
    );
  });
});
