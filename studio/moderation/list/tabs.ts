import type { ModeratedComment } from '../comment.ts';

export const TABS = ['pending', 'approved', 'spam', 'trash'] as const;
export type Tab = (typeof TABS)[number];

/** How many comments each tab holds, and how many of those in pending may be emergencies. */
export type Counts = Readonly<Record<Tab | 'urgent', number>>;

export const TAB_TITLES: Readonly<Record<Tab, string>> = {
  pending: 'Pending',
  approved: 'Approved',
  spam: 'Spam',
  trash: 'Trash',
};

const EMPTY_TEXTS: Readonly<Record<Tab, string>> = {
  pending: 'Nothing is waiting. New comments appear here by themselves.',
  approved: 'No comments have been approved yet.',
  spam: 'No spam. Comments put here are deleted after 30 days.',
  trash: 'The trash is empty. Comments put here are deleted after 30 days.',
};

/** What an empty list says. */
export function toEmptyText(tab: Tab, isFiltered: boolean): string {
  return isFiltered
    ? 'No comment here fits. Look in the other tabs, or show all again.'
    : EMPTY_TEXTS[tab];
}

/** The addresses within the tool: the lists, and the settings. */
export const VIEWS = [...TABS, 'settings'] as const;
export type View = (typeof VIEWS)[number];

/** Reads an address within the tool; anything unknown is the pending list. */
export function parseView(value: unknown): View {
  return VIEWS.find((view) => view === value) ?? 'pending';
}

/** Where a comment belongs: approval wins, whatever else its fields say. */
export function tabOf({ draft, moderation }: Pick<ModeratedComment, 'draft' | 'moderation'>): Tab {
  if (!draft) return 'approved';
  return moderation ?? 'pending';
}
