import { createApp } from 'astro/app/entrypoint';
import { catalogue, installCatalogue } from '../cms/current-catalogue.ts';
import { siteUrl } from '../cms/site-config.ts';
import { commentsFeedAt } from '../seo/comment-feed.ts';
import { feedResponse } from '../seo/rss.ts';
import type { CompiledSite } from './compiled-site.ts';

const app = createApp({ streaming: false });

// Astro imports the module of a page for each page anew, which takes longer than matching its address.
const { pageMap } = app.manifest;
for (const [component, load] of pageMap ?? []) {
  let loaded: ReturnType<typeof load> | undefined;
  pageMap?.set(component, () => (loaded ??= load()));
}

/** The compiled site, as the publisher uses it. */
export const compiledSite: CompiledSite = {
  installCatalogue,
  async render(path, locals) {
    // There are as many as pages, and Astro's way to them takes longer than they do.
    const feed = commentsFeedAt(path, catalogue(), siteUrl);
    if (feed !== undefined) return feedResponse(feed);
    return app.render(new Request(siteUrl + path), locals === undefined ? {} : { locals });
  },
};
