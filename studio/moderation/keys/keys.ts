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
  | 'search'
  | 'help';

interface KeyShape {
  readonly command: Command;
  /** As `KeyboardEvent.key`; letters in small letters. */
  readonly keys: readonly string[];
  /** Whether Shift must be held, or must not; undefined where either will do. */
  readonly shift?: boolean;
  readonly title: string;
}

/**
 * What each key does, in the order of the help. The same keys as in WordPress, where it has them: there Shift judges the
 * chosen comments. Here they are judged with it or without.
 */
export const KEYS: readonly KeyShape[] = [
  { command: 'next', keys: ['j'], shift: false, title: 'Next comment' },
  { command: 'previous', keys: ['k'], shift: false, title: 'Comment before' },
  { command: 'approve', keys: ['a'], title: 'Approve' },
  { command: 'unapprove', keys: ['u'], title: 'Back to pending, or take down' },
  { command: 'spam', keys: ['s'], title: 'Spam' },
  { command: 'trash', keys: ['d'], title: 'Trash; in the trash, delete for good' },
  { command: 'reply', keys: ['r'], shift: false, title: 'Reply as an editor' },
  { command: 'edit', keys: ['e', 'q'], shift: false, title: 'Edit' },
  { command: 'undo', keys: ['z'], shift: false, title: 'Undo' },
  { command: 'select', keys: ['x'], shift: false, title: 'Choose, or choose no longer' },
  { command: 'select-all', keys: ['x'], shift: true, title: 'Choose all that are shown, or none' },
  { command: 'search', keys: ['/'], title: 'Search' },
  { command: 'help', keys: ['?'], title: 'These keys' },
];

export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'
>;

/** What a key press asks for. A key held down only moves on: it must not judge one comment after another. */
export function parseKey(press: KeyPress): Command | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const key = press.key.toLowerCase();
  const found = KEYS.find(
    ({ keys, shift }) => keys.includes(key) && (shift ?? press.shiftKey) === press.shiftKey,
  );
  const moves = found?.command === 'next' || found?.command === 'previous';
  return press.repeat && !moves ? undefined : found?.command;
}

const WISHES: Readonly<Partial<Record<Command, readonly Verdict[]>>> = {
  approve: ['approve'],
  unapprove: ['take-down', 'restore'],
  spam: ['spam'],
  trash: ['trash', 'delete', 'drop-change'],
};

/** The verdict that a command means where these are offered; undefined where it means none. */
export function toVerdict(command: Command, offered: readonly Verdict[]): Verdict | undefined {
  return WISHES[command]?.find((verdict) => offered.includes(verdict));
}

/** Whether a command is a verdict: on the chosen comments, or where none are chosen on the one in view. */
export function isVerdict(command: Command): boolean {
  return WISHES[command] !== undefined;
}
