import mdx from '@astrojs/mdx';
import { defineConfig, passthroughImageService } from 'astro/config';
import { searchIndex } from './site/search/integration.ts';

// The publisher compiles the same sources with an adapter of its own: site/publish/compile.ts.
export default defineConfig({
  srcDir: './site',
  publicDir: './site/public',
  outDir: './dist',
  trailingSlash: 'always',
  build: { format: 'directory', assets: 'assets' },
  // Pictures come from the store in the sizes they are asked for; see site/cms/images.ts.
  image: { service: passthroughImageService() },
  devToolbar: { enabled: false },
  integrations: [mdx(), searchIndex()],
  // Scripts stay files: the Content-Security-Policy lets no script in a page run.
  vite: {
    build: { assetsInlineLimit: (file) => (file.endsWith('.js') ? false : undefined) },
  },
});
