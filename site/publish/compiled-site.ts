import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Catalogue } from '../cms/catalogue.ts';

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
  return module.compiledSite;
}

function holdsCompiledSite(module: unknown): module is { compiledSite: CompiledSite } {
  return (
    typeof module === 'object' &&
    module !== null &&
    'compiledSite' in module &&
    typeof module.compiledSite === 'object'
  );
}
