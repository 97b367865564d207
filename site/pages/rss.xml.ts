import { escapeHTML } from '@portabletext/to-html';
import { pathOf } from '../cms/addresses.ts';
import { catalogue } from '../cms/current-catalogue.ts';
import { siteUrl } from '../cms/site-config.ts';
import { feedPages } from '../seo/feed.ts';
import { feedResponse } from '../seo/rss.ts';

/** The newest articles and techniques, each with its summary. */
export const GET = (): Response => {
  const { title, description } = catalogue().settings;
  const items = feedPages(catalogue()).map((page) => ({
    title: page.title,
    description: escapeHTML(page.summary),
    link: `${siteUrl}${pathOf(page) ?? '/'}`,
    date: page.publishedAt,
  }));
  return feedResponse({ title, description, link: `${siteUrl}/`, items });
};
