import { catalogue } from '../cms/catalogue.ts';
import { siteUrl } from '../cms/site-config.ts';
import { sitemapEntries, sitemapXml } from '../seo/sitemap.ts';

export const GET = (): Response =>
  new Response(sitemapXml(sitemapEntries(catalogue()), siteUrl), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
