import rss, { type RSSFeedItem } from '@astrojs/rss';
import type { Catalogue, Page } from '../cms/catalogue.ts';
import { commentAddress } from '../cms/comment-addresses.ts';
import { isPage } from '../cms/document.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { FED, newestComments } from '../text/newest-comments.ts';
import { commentHtml } from '../text/rich-text.ts';

/** The newest comments of the whole site. */
export function allCommentsFeed(catalogue: Catalogue, siteUrl: string): Promise<Response> {
  const comments = newestComments(catalogue, FED);
  return toFeed(`Comments on ${catalogue.settings.title}`, comments, catalogue, siteUrl);
}

/** @returns undefined where there are no comments to read */
export function commentsFeed(
  page: Page,
  catalogue: Catalogue,
  siteUrl: string,
): Promise<Response> | undefined {
  const comments = newestComments(catalogue, FED, page._id);
  if (comments.length === 0) return undefined;
  return toFeed(`Comments on ${page.title}`, comments, catalogue, siteUrl);
}

function toFeed(
  title: string,
  comments: readonly Comment[],
  catalogue: Catalogue,
  siteUrl: string,
): Promise<Response> {
  return rss({
    title,
    description: 'What readers wrote, newest first.',
    site: siteUrl,
    customData: '<language>en-GB</language>',
    items: comments.map((comment) => toItem(comment, catalogue, siteUrl)),
  });
}

function toItem(comment: Comment, catalogue: Catalogue, siteUrl: string): RSSFeedItem {
  const page = catalogue.get(comment.article._ref);
  const about = page !== undefined && isPage(page) ? ` on ${page.title}` : '';
  return {
    title: forXml(`${comment.name}${about}`),
    description: forXml(commentHtml(comment.body)),
    link: `${siteUrl}${commentAddress(comment, catalogue) ?? '/'}`,
    pubDate: new Date(comment.submittedAt),
    // The address of a comment may change, and readers of the feed would take it for another one.
    customData: `<guid isPermaLink="false">comment-${comment._id}</guid>`,
  };
}

/** Without the characters that no XML file may hold, in whatever form. */
function forXml(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}
