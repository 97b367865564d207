import { pageAt, pathOf } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import {
  commentAddress,
  commentPagePath,
  COMMENTS_FEED,
  commentsFeedPath,
  discussionOf,
  newestCommentsPath,
} from '../cms/comment-addresses.ts';
import { isPage, type Doc } from '../cms/document.ts';
import type { Comment } from '../cms/sanity.types.ts';
import { areCommentsOpen } from '../text/comments-open.ts';
import { FED, LISTED, newestComments } from '../text/newest-comments.ts';

/** What addresses show of comments: where two such lists are the same, so are the files. */
type Shown = ReadonlyMap<string, readonly unknown[]>;

export interface CommentWatch {
  /** To be told of documents before they change, as they are and as they will be. */
  readonly expect: (...docs: readonly (Doc | undefined)[]) => void;
  /** The addresses that show other comments than they did, or show them otherwise. */
  readonly changed: () => readonly string[];
}

/**
 * Tells which pages of comments a round of changes touches: of thousands of comments on an article, one
 * more changes a page or two.
 */
export function watchComments(catalogue: Catalogue): CommentWatch {
  const before = new Map<string, Shown>();
  const look = (path: string): Shown =>
    path === COMMENTS_FEED ? shownInFeed(catalogue) : shownUnder(catalogue, path);
  return {
    expect(...docs) {
      const paths = docs.flatMap((doc) => (doc && commentedPath(catalogue, doc)) ?? []);
      for (const path of paths.length > 0 ? [COMMENTS_FEED, ...paths] : []) {
        if (!before.has(path)) before.set(path, look(path));
      }
    },
    changed: () => [...before].flatMap(([path, shown]) => differing(shown, look(path))),
  };
}

/** The article or technique that shows the comments which a change of this document may change. */
function commentedPath(catalogue: Catalogue, doc: Doc): string | undefined {
  const page = doc._type === 'comment' ? catalogue.get(doc.article._ref) : doc;
  return page !== undefined && isPage(page) ? pathOf(page) : undefined;
}

function shownInFeed(catalogue: Catalogue): Shown {
  const shown = newestComments(catalogue, FED).flatMap((comment) => {
    const page = catalogue.get(comment.article._ref);
    return [comment, page && isPage(page) && page.title, commentAddress(comment, catalogue)];
  });
  return new Map([[COMMENTS_FEED, shown]]);
}

function shownUnder(catalogue: Catalogue, path: string): Shown {
  const page = pageAt(catalogue, path);
  if (page === undefined) return new Map();
  const { count, pages, pageOf } = discussionOf(catalogue, page._id);
  const open = areCommentsOpen(page, catalogue.all('settings')[0], catalogue.now);
  const about = [page._id, page.title, open];
  // A comment, and where it and the one that it answers stand.
  const shownOf = (comment: Comment, parent: Comment | undefined): readonly unknown[] => [
    comment,
    pageOf.get(comment._id),
    parent,
    parent && pageOf.get(parent._id),
  ];
  const newest = newestComments(catalogue, FED, page._id).map((comment) =>
    shownOf(comment, catalogue.find('comment', comment.parent)),
  );
  return new Map([
    [path, [...about, count]],
    [commentsFeedPath(page), count > 0 ? [page.title, ...newest.flat()] : []],
    [
      newestCommentsPath(page),
      pages.length > 1 ? [page.title, ...newest.slice(0, LISTED).flat()] : [],
    ],
    ...pages.map(({ name, comments }, index): [string, unknown[]] => [
      commentPagePath(page, name),
      [
        ...about,
        index === 0 && count,
        pages[index - 1]?.name,
        pages[index + 1]?.name,
        ...comments.flatMap(({ comment, parent }) => shownOf(comment, parent)),
      ],
    ]),
  ]);
}

function differing(before: Shown, after: Shown): readonly string[] {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => !isSame(before.get(path) ?? [], after.get(path) ?? []));
}

function isSame(before: readonly unknown[], after: readonly unknown[]): boolean {
  return before.length === after.length && before.every((each, index) => each === after[index]);
}
