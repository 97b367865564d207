import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
let png: Buffer;
beforeAll(async () => {
  lab = await openLab();
  png = await sharp({ create: { width: 60, height: 40, channels: 4, background: '#f008' } })
    .png()
    .toBuffer();
});
afterAll(() => lab.end());

const svg = Buffer.from(
  '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="5"><script>1</script></svg>',
);

describe('images', () => {
  test('are described by a document, once for the same bytes', async () => {
    const doc = await lab.client.assets.upload('image', png, { filename: 'red.png', title: 'Red' });
    expect(doc).toMatchObject({
      _id: `image-${doc['sha1hash']}-60x40-png`,
      _type: 'sanity.imageAsset',
      mimeType: 'image/png',
      originalFilename: 'red.png',
      title: 'Red',
      size: png.length,
      metadata: {
        dimensions: { width: 60, height: 40, aspectRatio: 1.5 },
        hasAlpha: true,
        isOpaque: false,
        // Half-clear red, on white.
        palette: { dominant: { background: '#ff7777', foreground: '#000', population: 100 } },
      },
    });
    const again = await lab.client.assets.upload('image', png);
    expect(again._rev).toBe(doc._rev);
    const original = await fetch(doc.url);
    expect(Buffer.from(await original.arrayBuffer()).equals(png)).toBe(true);
    expect(original.headers.get('cache-control')).toContain('immutable');
  });

  test.for([
    ['w=30', 'png', 30, 20],
    ['w=30&h=30&fit=crop', 'png', 30, 30],
    ['w=30&h=30&fit=max', 'png', 30, 20],
    ['w=600&fit=max', 'png', 60, 40],
    ['h=20&dpr=2&fm=jpg', 'jpeg', 60, 40],
    ['rect=10,10,20,10&w=10', 'png', 10, 5],
    ['w=30&auto=format', 'webp', 30, 20],
    ['w=-3&h=x', 'png', 60, 40],
  ] as const)('are made as asked for: %s', async ([search, format, width, height]) => {
    const { url } = await lab.client.assets.upload('image', png);
    const response = await fetch(`${url}?${search}`, { headers: { accept: 'image/webp,*/*' } });
    const picture = await sharp(Buffer.from(await response.arrayBuffer())).metadata();
    expect([response.status, picture.format, picture.width, picture.height]).toEqual([
      200,
      format,
      width,
      height,
    ]);
  });

  test('a rect outside of the picture is refused', async () => {
    const { url } = await lab.client.assets.upload('image', png);
    expect((await fetch(`${url}?rect=50,50,20,20`)).status).toBe(400);
  });

  test.for([
    ['text', Buffer.from('not an image')],
    ['nothing', Buffer.alloc(0)],
    ['half an image', Buffer.from('iVBORw0KGgo=', 'base64')],
  ] as const)('%s is refused', async ([, bytes]) => {
    const response = await lab.request('/assets/images/production', {
      method: 'POST',
      body: new Uint8Array(bytes),
    });
    expect(response.status).toBe(400);
  });

  test('go away with their document', async () => {
    const bytes = await sharp(png).flip().negate().png().toBuffer();
    const { _id, url } = await lab.client.assets.upload('image', bytes);
    expect((await fetch(url)).status).toBe(200);
    await lab.client.delete(_id);
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('what could run in a browser', () => {
  test.for([
    ['image', svg, 'drawing.svg', 'image/svg+xml'],
    ['file', svg, 'drawing.svg', 'application/octet-stream'],
    ['file', Buffer.from('<script>alert(1)</script>'), 'page.html', 'application/octet-stream'],
    ['file', Buffer.from('{}'), 'data.json', 'application/octet-stream'],
  ] as const)('an uploaded %s %o is only downloaded', async ([kind, bytes, filename, mimeType]) => {
    const { url } = await lab.client.assets.upload(kind, bytes, {
      filename,
      contentType: 'text/html',
    });
    const response = await fetch(url);
    expect(response.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(response.headers.get('content-type')).toBe(mimeType);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('content-security-policy')).toContain('sandbox');
  });

  test('names with dots and slashes lead nowhere', async () => {
    for (const name of [
      '..%2f..%2flake.sqlite',
      '%2e%2e/lake.sqlite',
      'x.png',
      `${'0'.repeat(40)}.sqlite`,
    ]) {
      const response = await fetch(`${lab.lake.url}/files/lymphwise/production/${name}`);
      expect(response.status).toBe(404);
    }
  });
});
