import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { exportDataset } from '@sanity/export';
import { sanityImport } from '@sanity/import';
import sharp from 'sharp';
import { expect, onTestFinished, test } from 'vitest';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

async function lab(): Promise<Lab> {
  const opened = await openLab();
  onTestFinished(() => opened.end());
  return opened;
}

const contents = `*[!(_type match "system.*")] | order(_id){
  ..., "_rev": null, "_updatedAt": null, "url": null, "_createdAt": select(_type match "sanity.*" => null, _createdAt)
}`;

test('an export can be imported into another lake, with its assets', async () => {
  const from = await lab();
  const to = await lab();
  const png = await sharp({ create: { width: 8, height: 6, channels: 3, background: '#0a0' } })
    .png()
    .toBuffer();
  const image = await from.client.assets.upload('image', png, { filename: 'green.png' });
  await from.client
    .transaction()
    .create({ _id: 'one', _type: 'note', to: { _type: 'reference', _ref: 'two' } })
    .create({
      _id: 'two',
      _type: 'note',
      picture: { _type: 'image', asset: { _type: 'reference', _ref: image._id } },
    })
    .create({ _id: 'drafts.three', _type: 'note', title: 'Draft' })
    .commit();

  const file = join(from.dir, 'export.tar.gz');
  await exportDataset({ client: from.client, dataset: 'production', outputPath: file });
  await sanityImport(createReadStream(file), {
    client: to.client,
    operation: 'createOrReplace',
    allowAssetsInDifferentDataset: true,
  });

  const raw = { perspective: 'raw' } as const;
  const [sent, received] = await Promise.all([
    from.client.fetch<unknown[]>(contents, {}, raw),
    to.client.fetch<unknown[]>(contents, {}, raw),
  ]);
  expect(received).toEqual(sent);
  expect(received).toHaveLength(4);
}, 20_000);
