import { MAX_COMMENT } from '../text/comment-fields.ts';

// What takes two units, as emoji do, is one character.
const MAX_LENGTH = 2 * MAX_COMMENT;
const MAX_LINES = 1000;
const MAX_DEPTH = 8;
const MAX_DELIMITERS = 1000;

/**
 * Whether Markdown is simple enough to be parsed quickly.
 *
 * The parser takes more than linear time on deep nesting, many lines and many delimiters:
 * 4 KB of `- ` keep it busy for a third of a second and more of it ends the call stack.
 */
export function isBounded(source: string): boolean {
  const lines = source.split('\n');
  return (
    source.length <= MAX_LENGTH &&
    lines.length <= MAX_LINES &&
    (source.match(/[*_[\]`]/g)?.length ?? 0) <= MAX_DELIMITERS &&
    lines.every((line) => depthOf(line) <= MAX_DEPTH)
  );
}

/** How many lists and quotes one line opens: 3 for `> - 1. word`. */
function depthOf(line: string): number {
  const [markers = ''] = /^(?:\s*(?:>|[-+*](?=\s|$)|\d{1,9}[.)](?=\s|$)))*/.exec(line) ?? [];
  return markers.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0;
}
