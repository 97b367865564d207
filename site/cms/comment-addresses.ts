import { FIRST_PAGE, toCommentPages, type CommentPage } from '../text/comment-pages.ts';
import { toThreads } from '../text/thread.ts';
import { pageAt, pathOf } from './addresses.ts';
import type { Catalogue } from './catalogue.ts';
import { isPage, type Page } from './document.ts';
import type { Comment } from './sanity.types.ts';

/** The feed of all comments. */
export const COMMENTS_FEED = '/comments/rss.xml';
/** The feed of the comments on a page, beside it. */
export const COMMENTS_FILE = 'comments.xml';

/** The comments on an article or technique. */
export interface Discussion {
  /** How many there are to read. */
  readonly count: number;
  readonly pages: readonly CommentPage[];
  /** The name of the page that a comment stands on, by its id. */
  readonly pageOf: ReadonlyMap<string, string>;
}

/** Long ones are kept until a comment changes: every page of them asks. */
const LONG = 50;
const kept = new WeakMap<readonly Comment[], Discussion>();

export function discussionOf(catalogue: Catalogue, pageId: string): Discussion {
  const comments = catalogue.comments(pageId);
  const known = kept.get(comments);
  if (known !== undefined) return known;
  const pages = toCommentPages(toThreads(comments));
  const discussion = {
    count: comments.filter(({ removed }) => removed !== true).length,
    pages,
    pageOf: new Map(
      pages.flatMap((page) => page.comments.map(({ comment }) => [comment._id, page.name])),
    ),
  };
  if (comments.length > LONG) kept.set(comments, discussion);
  return discussion;
}

/** Where a page of the comments is: the first is the article itself. */
export function commentPagePath(page: Page, name: string): string {
  const path = pathOf(page) ?? '/';
  return name === FIRST_PAGE ? path : `${path}comments/${name}/`;
}

/** Where the newest comments are listed, if there are more than one page holds. */
export function newestCommentsPath(page: Page): string {
  return `${pathOf(page) ?? '/'}comments/`;
}

export function commentsFeedPath(page: Page): string {
  return `${pathOf(page) ?? '/'}${COMMENTS_FILE}`;
}

/**
 * Where a comment stands, on this site: `/benefits/x/#comment-1`, `/benefits/x/comments/2/#comment-1`.
 *
 * Undefined while its article or technique is not public.
 */
export function commentAddress(
  { _id, article }: Pick<Comment, '_id' | 'article'>,
  catalogue: Catalogue,
): string | undefined {
  const page = catalogue.get(article._ref);
  if (page === undefined || !isPage(page)) return undefined;
  const name = discussionOf(catalogue, page._id).pageOf.get(_id) ?? FIRST_PAGE;
  return `${commentPagePath(page, name)}#comment-${_id}`;
}

/** Every address that there is because of the comments on the page at this one. */
export function commentPathsUnder(catalogue: Catalogue, path: string): readonly string[] {
  const page = pageAt(catalogue, path);
  if (page === undefined) return [];
  const { count, pages } = discussionOf(catalogue, page._id);
  return [
    ...(count > 0 ? [commentsFeedPath(page)] : []),
    ...(pages.length > 1 ? [newestCommentsPath(page)] : []),
    ...pages.slice(1).map(({ name }) => commentPagePath(page, name)),
  ];
}

/** Whether there are comments at an address: a page of them, or a feed. */
export function areCommentsAt(catalogue: Catalogue, path: string): boolean {
  const under = /^(.+\/)comments[/.]/.exec(path)?.[1];
  return under !== undefined && commentPathsUnder(catalogue, under).includes(path);
}

/** The parts of an address with comments, as the routes of site/pages name them. */
export interface CommentParams {
  readonly section: string;
  readonly slug: string;
  readonly page: string;
}

/** Every address of such a kind that there is. */
export function commentRoutes(
  catalogue: Catalogue,
  kind: 'feed' | 'newest' | 'page',
): readonly { readonly params: CommentParams }[] {
  const pages = [...catalogue.articles(), ...catalogue.techniques()];
  const paths = new Set(pages.flatMap((page) => commentPathsUnder(catalogue, pathOf(page) ?? '/')));
  return [...paths].flatMap((path) => {
    const [, section = '', slug = '', , page = ''] = path.split('/');
    const isKind = kind === (path.endsWith('.xml') ? 'feed' : page === '' ? 'newest' : 'page');
    return isKind ? [{ params: { section, slug, page } }] : [];
  });
}
