import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Catalogue } from '../cms/catalogue.ts';
import { parseSiteConfig } from '../cms/parse-site-config.ts';
import { openPictures } from '../pictures/kept-pictures.ts';
import { isPicturePath } from '../pictures/picture-cache.ts';
import { pictureNamed } from '../pictures/picture-files.ts';

/** The site's pages, compiled: they render from the installed catalogue. */
export interface CompiledSite {
  installCatalogue(catalogue: Catalogue): void;
  /** Renders one address of the site, query included; `locals` reach the page as `Astro.locals`. */
  render(path: string, locals?: object): Promise<Response>;
}

/**
 * Loads what `compileSite` wrote.
 *
 * @param dir the folder `compileSite` wrote to
 * @throws Error when the folder holds no compiled site
 */
export async function loadCompiledSite(dir: string): Promise<CompiledSite> {
  const module: unknown = await import(pathToFileURL(join(dir, 'server/entry.mjs')).href);
  if (!holdsCompiledSite(module)) {
    throw new Error(`${dir} holds no compiled site. Delete the folder and start again.`);
  }
  return withPictures(module.compiledSite);
}

/** Makes pictures outside the bundle: what draws and encodes them is native code, which no bundle carries. */
function withPictures(site: CompiledSite): CompiledSite {
  const pictures = openPictures(parseSiteConfig(process.env));
  let catalogue: Catalogue | undefined;
  return {
    installCatalogue(next) {
      catalogue = next;
      site.installCatalogue(next);
    },
    async render(path, locals) {
      if (!isPicturePath(path)) return site.render(path, locals);
      const file = catalogue && pictureNamed(path, catalogue);
      if (file === undefined) return new Response('There is no such picture.', { status: 404 });
      return new Response(new Uint8Array(await pictures.picture(file)));
    },
  };
}

function holdsCompiledSite(module: unknown): module is { compiledSite: CompiledSite } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'compiledSite' in module &&
    typeof module.compiledSite === 'object'
  );
}
