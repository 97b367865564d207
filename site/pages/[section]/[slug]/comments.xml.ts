import type { APIRoute } from 'astro';
import { catalogue, loadCatalogue } from '../../../cms/current-catalogue.ts';
import { commentRoutes } from '../../../cms/comment-addresses.ts';
import { siteUrl } from '../../../cms/site-config.ts';
import { commentsFeedAt } from '../../../seo/comment-feed.ts';
import { feedResponse } from '../../../seo/rss.ts';

export async function getStaticPaths() {
  return commentRoutes(await loadCatalogue(), 'feed');
}

/** The newest comments on an article or technique. */
export const GET: APIRoute = ({ url }) => {
  const feed = commentsFeedAt(url.pathname, catalogue(), siteUrl);
  return feed ? feedResponse(feed) : new Response(null, { status: 404 });
};
