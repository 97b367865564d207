import { catalogue } from '../cms/current-catalogue.ts';
import { siteUrl } from '../cms/site-config.ts';
import { sitemapIndexXml, sitemapParts } from '../seo/sitemap.ts';

export const GET = (): Response =>
  new Response(sitemapIndexXml(sitemapParts(catalogue()), siteUrl), {
    headers: { 'Content-Type': 'application/xml; charset=utf-8' },
  });
