import type { Verdict } from '../verdicts/verdict.ts';

export type Command =
  | 'next'
  | 'previous'
  | 'approve'
  | 'unapprove'
  | 'spam'
  | 'trash'
  | 'reply'
  | 'edit'
  | 'undo'
  | 'select'
  | 'select-all'
  | 'approve-chosen'
  | 'unapprove-chosen'
  | 'spam-chosen'
  | 'trash-chosen'
  | 'search'
  | 'help';

interface KeyShape {
  readonly command: Command;
  /** As `KeyboardEvent.key`; letters in small letters. */
  readonly keys: readonly string[];
  readonly shift: boolean;
  readonly title: string;
}

/** What each key does, in the order of the help. The same keys as in WordPress, where it has them. */
export const KEYS: readonly KeyShape[] = [
  { command: 'next', keys: ['j'], shift: false, title: 'Next comment' },
  { command: 'previous', keys: ['k'], shift: false, title: 'Comment before' },
  { command: 'approve', keys: ['a'], shift: false, title: 'Approve' },
  { command: 'unapprove', keys: ['u'], shift: false, title: 'Back to pending, or take down' },
  { command: 'spam', keys: ['s'], shift: false, title: 'Spam' },
  { command: 'trash', keys: ['d'], shift: false, title: 'Trash; in the trash, delete for good' },
  { command: 'reply', keys: ['r'], shift: false, title: 'Reply as an editor' },
  { command: 'edit', keys: ['e', 'q'], shift: false, title: 'Edit' },
  { command: 'undo', keys: ['z'], shift: false, title: 'Undo' },
  { command: 'select', keys: ['x'], shift: false, title: 'Choose, or choose no longer' },
  { command: 'select-all', keys: ['x'], shift: true, title: 'Choose all that are shown, or none' },
  { command: 'approve-chosen', keys: ['a'], shift: true, title: 'Approve the chosen' },
  { command: 'unapprove-chosen', keys: ['u'], shift: true, title: 'The chosen back to pending' },
  { command: 'spam-chosen', keys: ['s'], shift: true, title: 'The chosen to spam' },
  { command: 'trash-chosen', keys: ['d'], shift: true, title: 'The chosen to the trash' },
  { command: 'search', keys: ['/'], shift: false, title: 'Search' },
  { command: 'help', keys: ['?'], shift: false, title: 'These keys' },
];

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'
>;

/** What a key press asks for. A key held down only moves on: it must not judge one comment after another. */
export function parseKey(press: KeyPress): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const key = press.key.toLowerCase();
  const isLetter = /^[a-z]$/.test(key);
  const found = KEYS.find(
    ({ keys, shift }) => keys.includes(key) && (!isLetter || shift === press.shiftKey),
  );
  const moves = found?.command === 'next' || found?.command === 'previous';
  return press.repeat && !moves ? undefined : found?.command;
}

const WISHES: Readonly<Partial<Record<Command, readonly Verdict[]>>> = {
  approve: ['approve'],
  unapprove: ['take-down', 'restore'],
  spam: ['spam'],
  trash: ['trash', 'delete', 'drop-change'],
  'approve-chosen': ['approve'],
  'unapprove-chosen': ['take-down', 'restore'],
  'spam-chosen': ['spam'],
  'trash-chosen': ['trash', 'delete'],
};

/** The verdict that a command means where these are offered; undefined where it means none. */
export function toVerdict(command: Command, offered: readonly Verdict[]): Verdict | undefined {
  return WISHES[command]?.find((verdict) => offered.includes(verdict));
}

/** Whether a command is about the chosen comments, not about the one in view. */
export function isForChosen(command: Command): boolean {
  return command.endsWith('-chosen');
}
