// Control characters but tab and line feed, and marks that turn the direction of what follows.
const HIDDEN = /[[\p{Cc}--[\t\n]]\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gv;

/** Typed text of several lines: composed, with plain line ends, no hidden characters, trimmed. */
export function toText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(HIDDEN, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** As `toText`, on one line with single spaces. */
export function toLine(typed: string): string {
  return toText(typed).replaceAll(/\s+/g, ' ').trim();
}

/** Whether there is nothing to see. */
export function isBlank(text: string): boolean {
  return /^[\p{Z}\p{C}\p{M}\s]*$/u.test(text);
}
