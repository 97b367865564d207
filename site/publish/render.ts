import type { CompiledSite } from './compiled-site.ts';

/** The bytes of a page, or undefined where the site has no such page. */
export type Rendered = Uint8Array | undefined;

/**
 * Renders one address.
 *
 * @throws Error when the page does not answer 200 or 404, with the reason it gives
 */
export async function renderPath(site: CompiledSite, path: string): Promise<Rendered> {
  const response = await site.render(path === '/404.html' ? '/404/' : path);
  if (path !== '/404.html' && response.status === 404) return undefined;
  if (response.status !== 200 && response.status !== 404) {
    const reason = await response.text();
    throw new Error(`The page answered ${response.status}${reason && `: ${reason}`}.`);
  }
  const parts: Uint8Array[] = [];
  for await (const part of response.body ?? []) parts.push(part);
  const [only = new Uint8Array()] = parts;
  // `arrayBuffer()` would copy them once more.
  return parts.length > 1 ? Buffer.concat(parts) : only;
}
