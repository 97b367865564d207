import { defineMiddleware } from 'astro:middleware';
import { redirectAt } from './cms/addresses.ts';
import { loadCatalogue } from './cms/catalogue.ts';
import { siteUrl } from './cms/site-config.ts';
import { movedPage } from './text/moved-page.ts';

/**
 * Loads the catalogue before the first page renders, since pages read it synchronously, and answers
 * for addresses that have moved: with a page, because a file cannot answer with a status.
 */
export const onRequest = defineMiddleware(async ({ url }, next) => {
  const redirect = redirectAt(await loadCatalogue(), url.pathname);
  if (redirect === undefined) return next();
  return new Response(movedPage(redirect.to, siteUrl), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
});
