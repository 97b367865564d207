import type { Catalogue, Page } from '../cms/catalogue.ts';
import { pageAt } from '../cms/addresses.ts';
import { COMMENTS_FILE, commentAddress } from '../cms/comment-addresses.ts';
import { isPage } from '../cms/document.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { FED, newestComments } from '../text/newest-comments.ts';
import { commentHtml } from '../text/rich-text.ts';
import type { Feed, FeedItem } from './rss.ts';

/** The newest comments of the whole site. */
export function allCommentsFeed(catalogue: Catalogue, siteUrl: string): Feed {
  const comments = newestComments(catalogue, FED);
  return toFeed(`Comments on ${catalogue.settings.title}`, comments, catalogue, siteUrl);
}

/** @returns undefined where there are no comments to read */
export function commentsFeed(page: Page, catalogue: Catalogue, siteUrl: string): Feed | undefined {
  const comments = newestComments(catalogue, FED, page._id);
  if (comments.length === 0) return undefined;
  return toFeed(`Comments on ${page.title}`, comments, catalogue, siteUrl);
}

/** The same for an address: `/benefits/swelling/comments.xml`. */
export function commentsFeedAt(
  path: string,
  catalogue: Catalogue,
  siteUrl: string,
): Feed | undefined {
  if (!path.endsWith(COMMENTS_FILE)) return undefined;
  const page = pageAt(catalogue, path.slice(0, -COMMENTS_FILE.length));
  return page && commentsFeed(page, catalogue, siteUrl);
}

function toFeed(
  title: string,
  comments: readonly Comment[],
  catalogue: Catalogue,
  siteUrl: string,
): Feed {
  return {
    title,
    description: 'What readers wrote, newest first.',
    link: `${siteUrl}/`,
    items: comments.map((comment) => toItem(comment, catalogue, siteUrl)),
  };
}

function toItem(comment: Comment, catalogue: Catalogue, siteUrl: string): FeedItem {
  const page = catalogue.get(comment.article._ref);
  const about = page !== undefined && isPage(page) ? ` on ${page.title}` : '';
  return {
    title: `${comment.name}${about}`,
    description: commentHtml(comment.body),
    link: `${siteUrl}${commentAddress(comment, catalogue) ?? '/'}`,
    date: comment.submittedAt,
    // Readers of the feed would take it for another one when its address changes.
    id: `comment-${comment._id}`,
  };
}
