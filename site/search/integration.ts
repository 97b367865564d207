import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { indexSite } from './index-site.ts';

/** Indexes what `astro build` has written. The publisher, which compiles only, does so by itself. */
export function searchIndex(): AstroIntegration {
  let isStatic = false;
  return {
    name: 'lymphwise-search',
    hooks: {
      'astro:config:done': ({ buildOutput }) => {
        isStatic = buildOutput === 'static';
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (!isStatic) return;
        const { found } = await indexSite({ dir: fileURLToPath(dir), now: new Date() });
        logger.info(`Search finds ${found} pages and entries`);
      },
    },
  };
}
