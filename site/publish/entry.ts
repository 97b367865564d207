import { createApp } from 'astro/app/entrypoint';
import { installCatalogue } from '../cms/catalogue.ts';
import type { CompiledSite } from './compiled-site.ts';

const app = createApp({ streaming: false });

/** The compiled site, as the publisher uses it. */
export const compiledSite: CompiledSite = {
  installCatalogue,
  render: (request, locals) => app.render(request, locals === undefined ? {} : { locals }),
};
