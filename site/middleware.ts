import { defineMiddleware } from 'astro:middleware';
import { redirectAt } from './cms/all-addresses.ts';
import { loadCatalogue } from './cms/current-catalogue.ts';
import { siteUrl } from './cms/site-config.ts';
import { movedPage } from './text/moved-page.ts';

/**
 * Loads the catalogue before the first page renders, since pages read it synchronously, and answers
 * for addresses that have moved: with a page, because a file cannot answer with a status.
 *
 * A page that throws answers 500 with the reason: Astro would look for a page of errors, find none, and
 * answer as if the page did not exist.
 */
export const onRequest = defineMiddleware(async ({ url, isPrerendered }, next) => {
  const redirect = redirectAt(await loadCatalogue(), url.pathname);
  if (redirect === undefined) {
    try {
      return await next();
    } catch (error) {
      if (isPrerendered) throw error;
      return new Response(error instanceof Error ? error.message : String(error), { status: 500 });
    }
  }
  return new Response(movedPage(redirect.to, siteUrl), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
});
