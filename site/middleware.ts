import { defineMiddleware } from 'astro:middleware';
import { loadCatalogue } from './cms/catalogue.ts';

/** Pages read the catalogue synchronously: it is loaded before the first of them renders. */
export const onRequest = defineMiddleware(async (_context, next) => {
  await loadCatalogue();
  return next();
});
