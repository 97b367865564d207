import rss from '@astrojs/rss';
import { pathOf } from '../cms/addresses.ts';
import { catalogue } from '../cms/catalogue.ts';
import { siteUrl } from '../cms/site-config.ts';
import { feedPages } from '../seo/feed.ts';

/** The newest articles and techniques, each with its summary. */
export const GET = (): Promise<Response> => {
  const { settings } = catalogue();
  return rss({
    title: settings.title,
    description: settings.description,
    site: siteUrl,
    customData: '<language>en-GB</language>',
    items: feedPages(catalogue()).map((page) => ({
      title: page.title,
      description: page.summary,
      link: `${siteUrl}${pathOf(page) ?? '/'}`,
      pubDate: new Date(page.publishedAt),
    })),
  });
};
