import type { Catalogue, Page } from '../cms/catalogue.ts';
import {
  commentAddress,
  commentPagePath,
  commentsFeedPath,
  discussionOf,
  newestCommentsPath,
} from '../cms/comment-addresses.ts';
import type { Comment } from '../cms/sanity.types.ts';
import type { CommentPage } from './comment-pages.ts';
import { areCommentsOpen } from './comments-open.ts';
import { LISTED, newestComments } from './newest-comments.ts';

/** The comment that another one answers, and where it stands. */
export interface Answered {
  readonly name: string;
  readonly href: string;
}

/** Where the newest comments can be followed. */
export interface Feed {
  /** Of the article or technique. */
  readonly title: string;
  readonly href: string;
}

/** A comment with what stands under it. */
export interface CommentNode {
  readonly comment: Comment;
  /** Where its place does not show what it answers. */
  readonly answers: Answered | undefined;
  readonly replies: readonly CommentNode[];
}

/** One page of the comments on an article or technique, ready to show. */
export interface CommentsView {
  /** Of the article or technique. */
  readonly articleId: string;
  /** Of all comments there are to read, on whatever page. */
  readonly count: number;
  readonly nodes: readonly CommentNode[];
  /** Whether readers may write. */
  readonly open: boolean;
  readonly feed: Feed | undefined;
  /** Other pages, where there are any. */
  readonly older: string | undefined;
  readonly newer: string | undefined;
  readonly newest: string | undefined;
}

/** A comment told of outside its thread. */
export interface ListedComment {
  readonly comment: Comment;
  readonly href: string;
  readonly answers: Answered | undefined;
}

/** @param index of the page of comments, counted from 0: that one is below the article */
export function toCommentsView(page: Page, catalogue: Catalogue, index = 0): CommentsView {
  const { count, pages } = discussionOf(catalogue, page._id);
  const pathOf = (other: CommentPage | undefined) => other && commentPagePath(page, other.name);
  const [older, newer] = [pages[index - 1], pages[index + 1]].map(pathOf);
  return {
    articleId: page._id,
    count,
    nodes: toNodes(pages[index], catalogue),
    open: areCommentsOpen(page, catalogue.all('settings')[0], catalogue.now),
    feed: count > 0 ? { title: page.title, href: commentsFeedPath(page) } : undefined,
    older: index === 1 ? `${older}#comments` : older,
    newer,
    newest: pages.length > 1 ? newestCommentsPath(page) : undefined,
  };
}

/** @returns undefined where there is no page of that name beside the article itself */
export function toLaterComments(
  page: Page,
  catalogue: Catalogue,
  name: string,
): CommentsView | undefined {
  const index = discussionOf(catalogue, page._id).pages.findIndex((each) => each.name === name);
  return index > 0 ? toCommentsView(page, catalogue, index) : undefined;
}

/**
 * The newest comments on an article or technique, newest first.
 *
 * @returns undefined while one page holds them all
 */
export function toNewest(page: Page, catalogue: Catalogue): readonly ListedComment[] | undefined {
  if (discussionOf(catalogue, page._id).pages.length < 2) return undefined;
  return newestComments(catalogue, LISTED, page._id).map((comment) => ({
    comment,
    href: commentAddress(comment, catalogue) ?? '/',
    answers: toAnswered(catalogue.find('comment', comment.parent), comment, catalogue),
  }));
}

/** What does not stand under its own on this page, because the thread began on another, comes first of all. */
function toNodes(page: CommentPage | undefined, catalogue: Catalogue): readonly CommentNode[] {
  const top: CommentNode[] = [];
  const repliesTo = new Map<Comment | undefined, CommentNode[]>();
  for (const { comment, parent, under } of page?.comments ?? []) {
    const place = under && repliesTo.get(under);
    const isClear = parent === undefined || (place !== undefined && parent === under);
    const replies: CommentNode[] = [];
    repliesTo.set(comment, replies);
    (place ?? top).push({
      comment,
      answers: isClear ? undefined : toAnswered(parent, comment, catalogue, repliesTo.has(parent)),
      replies,
    });
  }
  return top;
}

function toAnswered(
  parent: Comment | undefined,
  { article }: Comment,
  catalogue: Catalogue,
  isHere = false,
): Answered | undefined {
  if (parent === undefined || parent.article._ref !== article._ref) return undefined;
  return {
    name: parent.removed ? 'a removed comment' : parent.name,
    href: isHere ? `#comment-${parent._id}` : (commentAddress(parent, catalogue) ?? '/'),
  };
}
