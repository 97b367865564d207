import { longDate } from './dates.ts';
import { safeHref } from './links.ts';
import type { ShownComment } from './reader-page.ts';

/** The address that a commenter's name leads to: http or https, or none. */
export function websiteOf({ website }: Pick<ShownComment, 'website'>): string | undefined {
  const href = website === undefined ? undefined : safeHref(website);
  return href?.startsWith('http') === true ? href : undefined;
}

/** Who changed a comment after it was sent, and when; undefined where nobody did. */
export function changedNote({ editedAt, editedBy }: ShownComment): string | undefined {
  if (editedAt === undefined) return undefined;
  const who = { author: ' by its author', editor: ' by an editor' };
  return `Changed${editedBy === undefined ? '' : who[editedBy]} on ${longDate(editedAt)}`;
}

/** Which page of comments it is, by its name: "page 2", "page 2, part 3". */
export function pageNumber(name: string): string {
  const [number, part] = name.split('-');
  return `page ${number}${part === undefined ? '' : `, part ${part}`}`;
}
