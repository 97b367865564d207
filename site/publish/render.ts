import type { CompiledSite } from './compiled-site.ts';

/** The bytes of a page, or undefined where the site has no such page. */
export type Rendered = Uint8Array | undefined;

/**
 * Renders one address.
 *
 * @param origin the site's public address, without a slash at the end
 * @throws Error when the page does not answer 200 or 404
 */
export async function renderPath(
  site: CompiledSite,
  origin: string,
  path: string,
): Promise<Rendered> {
  const response = await site.render(new Request(origin + (path === '/404.html' ? '/404/' : path)));
  if (path !== '/404.html' && response.status === 404) return undefined;
  if (response.status !== 200 && response.status !== 404) {
    throw new Error(`The page ${path} answered ${response.status}.`);
  }
  return new Uint8Array(await response.arrayBuffer());
}
