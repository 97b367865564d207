import type { Comment } from '../cms/sanity.types.ts';

/** What the site knows about pages and approved comments. */
export interface CommentLookups {
  /** The article or technique with this `_id`, or `undefined` if there is none. */
  page: (id: string) => { readonly open: boolean } | undefined;
  /** An approved comment, and the address where it stands. */
  approved: (id: string) => { readonly comment: Comment; readonly href: string } | undefined;
  /** What to do in an emergency. */
  emergencyText: () => string;
}
