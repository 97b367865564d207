import { extname } from 'node:path';
import type { Hono } from 'hono';
import { sha1Of, toAssetId, toAssetName } from '../assets/assets.ts';
import type { AssetKind } from '../assets/assets.ts';
import { inspectFile, inspectImage } from '../assets/inspect.ts';
import { createPictures, parseWish } from '../assets/transform.ts';
import { plainFailure } from '../failure.ts';
import { parseDraft } from '../store/mutation.ts';
import { readBytes } from './body.ts';
import { requireWriter } from './context.ts';
import type { Services } from './context.ts';

const MAX_UPLOAD = 64_000_000;
const PICTURE_CACHE = { bytes: 500_000_000 };

/** What a browser may show in place. Everything else (SVG and HTML above all) is only downloaded. */
const SHOWN = /^(?:image\/(?:png|jpeg|webp|avif|gif|tiff)|video\/|audio\/)/;

/** Uploads (`/assets/images|files`) and the uploaded bytes (`/images`, `/files`). */
export function addAssetRoutes(app: Hono, services: Services): void {
  const { assets, store, projectId, dataset } = services;
  const pictures = createPictures(assets.cacheDir, PICTURE_CACHE);

  store.subscribe(({ changes }) => {
    for (const { id, after } of changes) {
      const place = after === null ? toAssetName(id) : undefined;
      if (place === undefined) continue;
      assets.remove(place.kind, place.name).catch(() => services.log('An asset was not removed.'));
    }
  });

  app.post('/:version/assets/:kind{images|files}/:dataset', async (c) => {
    const user = requireWriter(services, c.req.raw);
    const kind: AssetKind = c.req.param('kind') === 'images' ? 'images' : 'files';
    const { searchParams } = new URL(c.req.url);
    const bytes = await readBytes(c.req.raw, MAX_UPLOAD);
    if (bytes.length === 0) throw plainFailure(400, 'The upload is empty.');
    const filename = searchParams.get('filename') ?? '';
    const sha1 = sha1Of(bytes);
    const image = kind === 'images' ? await inspectImage(bytes) : undefined;
    const { extension, mimeType } = image ?? (await inspectFile(bytes, filename));
    const size = image === undefined ? '' : `-${image.width}x${image.height}`;
    const name = `${sha1}${size}.${extension}`;
    const id = toAssetId(kind, name) ?? '';
    await assets.save(kind, name, bytes);
    const path = `${kind}/${projectId}/${dataset}/${name}`;
    const doc = parseDraft(
      {
        _id: id,
        _type: image === undefined ? 'sanity.fileAsset' : 'sanity.imageAsset',
        assetId: sha1,
        sha1hash: sha1,
        uploadId: sha1,
        extension,
        mimeType,
        size: bytes.length,
        path,
        url: `${services.url()}/${path}`,
        ...(filename === '' ? {} : { originalFilename: filename }),
        ...(image === undefined ? {} : { metadata: image.metadata }),
        ...describe(searchParams),
      },
      'the upload',
    );
    store.mutate([{ kind: 'createIfNotExists', id, doc }], { author: user.id });
    return c.json({ document: store.documents.get(id) });
  });

  app.get('/:kind{images|files}/:project/:dataset/:name/:filename?', async (c) => {
    const kind: AssetKind = c.req.param('kind') === 'images' ? 'images' : 'files';
    const name = c.req.param('name');
    const id = toAssetId(kind, name);
    const doc = id === undefined ? undefined : store.documents.get(id);
    const ours = c.req.param('project') === projectId && c.req.param('dataset') === dataset;
    if (doc === undefined || !ours) throw plainFailure(404, 'Asset not found');
    const load = async (): Promise<Buffer> => {
      const bytes = await assets.load(kind, name);
      if (bytes === undefined) throw plainFailure(404, 'Asset not found');
      return bytes;
    };
    const { searchParams } = new URL(c.req.url);
    const extension = extname(name).slice(1);
    const raster = kind === 'images' && extension !== 'svg' && extension !== 'gif';
    const wish = raster ? parseWish(searchParams, c.req.header('accept') ?? '') : undefined;
    const headers = new Headers({
      'cache-control': 'public, max-age=31536000, immutable',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'cross-origin-resource-policy': 'cross-origin',
      'x-content-type-options': 'nosniff',
      vary: 'Accept, Origin',
    });
    const dl = searchParams.get('dl') ?? undefined;
    if (wish !== undefined) {
      const { bytes, mimeType } = await pictures.make(name, extension, load, wish);
      headers.set('content-type', mimeType);
      if (dl !== undefined) headers.set('content-disposition', attachment(dl));
      return new Response(new Uint8Array(bytes), { headers });
    }
    const mimeType = typeof doc['mimeType'] === 'string' ? doc['mimeType'] : '';
    const shown = SHOWN.test(mimeType);
    const svg = mimeType === 'image/svg+xml';
    headers.set('content-type', shown || svg ? mimeType : 'application/octet-stream');
    headers.set('x-sanity-sha1', name.slice(0, 40));
    if (!shown || dl !== undefined) headers.set('content-disposition', attachment(dl));
    return new Response(new Uint8Array(await load()), { headers });
  });
}

function attachment(filename: string | undefined): string {
  const safe = (filename ?? '').replaceAll(/[^\w .-]/g, '_').slice(0, 100);
  return safe === '' ? 'attachment' : `attachment; filename="${safe}"`;
}

/** What the person who uploads says about the file. */
function describe(search: URLSearchParams): Record<string, unknown> {
  const said: Record<string, unknown> = {};
  for (const name of ['label', 'title', 'description', 'creditLine']) {
    const value = search.get(name);
    if (value !== null) said[name] = value;
  }
  const [id, name, url] = ['sourceId', 'sourceName', 'sourceUrl'].map((key) => search.get(key));
  if (id && name) said['source'] = { id, name, ...(url ? { url } : {}) };
  return said;
}
