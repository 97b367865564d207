import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { aGeneratedSite } from '../fixtures/generated-site.ts';

const SITE = 'https://example.org';

/** A picture as a page tells of it. */
interface Told {
  readonly path: string;
  readonly width: number;
  /** Undefined where the page tells only the width. */
  readonly height: number | undefined;
}

test('every picture that a page names is there, and as large as the page says', async () => {
  const { dir } = await aGeneratedSite(SITE);
  const pages = readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  const html = pages.map((name) => readFileSync(join(dir, name), 'utf8'));
  // A page that only leads on has no picture of its own.
  const shared = html.filter((page) => !page.includes('http-equiv="refresh"')).map(sharedIn);
  const told = [...shared, ...html.flatMap(offeredIn)];
  expect(shared.filter(({ alt }) => alt === '')).toEqual([]);
  expect(new Set(told.map(({ path }) => path)).size).toBeGreaterThan(40);
  for (const { path, width, height } of told) {
    const made = await sharp(join(dir, path)).metadata();
    const size = { width: made.width, height: height && made.height };
    expect({ path, ...size }).toEqual({ path, width, height });
  }
});

function sharedIn(html: string): Told & { readonly alt: string } {
  const meta = (name: string): string =>
    new RegExp(`<meta property="og:image${name}" content="([^"]+)"`).exec(html)?.[1] ?? '';
  return {
    path: meta('').replace(SITE, ''),
    width: Number(meta(':width')),
    height: Number(meta(':height')),
    alt: meta(':alt'),
  };
}

function offeredIn(html: string): readonly Told[] {
  return [...html.matchAll(/srcset="([^"]+)"/g)].flatMap(([, srcset = '']) =>
    srcset.split(', ').map((each) => {
      const [path = '', width = ''] = each.split(' ');
      return { path, width: Number(width.slice(0, -1)), height: undefined };
    }),
  );
}
