import type { APIRoute } from 'astro';
import { catalogue, loadCatalogue } from '../../cms/current-catalogue.ts';
import { siteUrl } from '../../cms/site-config.ts';
import { sitemapEntries, sitemapParts, sitemapXml } from '../../seo/sitemap.ts';

export async function getStaticPaths() {
  return [...sitemapParts(await loadCatalogue()).keys()].map((part) => ({ params: { part } }));
}

export const GET: APIRoute = ({ params }) => {
  const entries = sitemapEntries(catalogue(), params['part'] ?? '');
  if (entries === undefined) return new Response(null, { status: 404 });
  return new Response(sitemapXml(entries, siteUrl), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
};
