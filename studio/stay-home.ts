import type { Plugin } from 'vite';

// The Studio asks these hosts for newer versions of itself and sends them feedback; there is no switch for either.
const OUTSIDE: readonly (readonly [string, string])[] = [
  ['https://sanity-cdn.com/v1/modules', '/v1/modules'],
  ['https://sanity-cdn.com', ''],
  ['https://api.sanity.io/vX/intake', '/v1/intake'],
];

/** Rewrites addresses in a chunk so that the browser asks only the server the Studio came from. */
export function withoutOutside(code: string): string {
  return OUTSIDE.reduce((text, [from, to]) => text.replaceAll(from, to), code);
}

/** Drops `@font-face` rules whose font lies on another host; the text falls back to the next family. */
export function withoutOutsideFonts(css: string): string {
  return css.replaceAll(/@font-face\s*\{[^}]*url\(["']?https?:[^}]*\}/g, '');
}

/** Vite plugin: the built Studio asks no third party for anything. */
export function stayHome(): Plugin {
  return {
    name: 'stay-home',
    renderChunk: (code) => ({ code: withoutOutside(code), map: null }),
    generateBundle(_options, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) {
          file.source = withoutOutsideFonts(file.source.toString());
        }
      }
    },
  };
}
