const DAY_MS = 86_400_000;

/** What a page says about its comments. */
interface CommentedPage {
  readonly commentsOpen: boolean;
  /** ISO 8601. */
  readonly publishedAt: string;
}

/** What the site's settings say about them. */
interface ClosingSettings {
  readonly commentsCloseAfterDays?: number | undefined;
}

/**
 * When the comments of a page close by themselves; undefined when they do not, or are closed already
 * by an editor.
 */
export function closesAt(
  page: CommentedPage,
  settings: ClosingSettings | undefined,
): Date | undefined {
  const days = settings?.commentsCloseAfterDays;
  if (!page.commentsOpen || days === undefined) return undefined;
  const end = new Date(Date.parse(page.publishedAt) + days * DAY_MS);
  return Number.isNaN(end.getTime()) ? undefined : end;
}

/** Whether the page takes comments at that time. */
export function areCommentsOpen(
  page: CommentedPage,
  settings: ClosingSettings | undefined,
  now: Date,
): boolean {
  const end = closesAt(page, settings);
  return page.commentsOpen && (end === undefined || now < end);
}
