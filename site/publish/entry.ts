import { createApp } from 'astro/app/entrypoint';
import { installCatalogue } from '../cms/current-catalogue.ts';
import { siteUrl } from '../cms/site-config.ts';
import type { CompiledSite } from './compiled-site.ts';

const app = createApp({ streaming: false });

/** The compiled site, as the publisher uses it. */
export const compiledSite: CompiledSite = {
  installCatalogue,
  render: (path, locals) =>
    app.render(new Request(siteUrl + path), locals === undefined ? {} : { locals }),
};
