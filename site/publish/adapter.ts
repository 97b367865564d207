import type { AstroIntegration } from 'astro';

/**
 * Compiles the site into one server bundle that renders any page on request: `entry.ts` is its door.
 *
 * Pages keep their `getStaticPaths` for `astro build`; here no page is prerendered.
 */
export function publisherAdapter(): AstroIntegration {
  return {
    name: 'lymphwise-publisher',
    hooks: {
      'astro:route:setup': ({ route }) => {
        route.prerender = false;
      },
      'astro:config:done': ({ setAdapter }) => {
        setAdapter({
          name: 'lymphwise-publisher',
          entrypointResolution: 'auto',
          serverEntrypoint: new URL('./entry.ts', import.meta.url),
          supportedAstroFeatures: { serverOutput: 'stable', sharpImageService: 'stable' },
          adapterFeatures: { buildOutput: 'server' },
        });
      },
    },
  };
}
