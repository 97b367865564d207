import type { Paragraph } from './body.ts';
import { parseInline } from './parse-inline.ts';

type Shape = Omit<Paragraph, 'runs'>;

interface Draft {
  readonly shape: Shape;
  readonly quoted: boolean;
  readonly lines: string[];
}

const FENCE = /^(`{3,})[^`]*$/;
const QUOTE = /^(?:\s*>)+ ?/;
const ITEM = /^(\s*)(?:[-*+]|(\d{1,9})[.)])(?:\s+(.*)|$)/;

/**
 * Reads typed text as paragraphs: a blank line between them, `>` before quotations, `-` or `1.`
 * before items of a list, three ticks around code, and marks as `parseInline` knows them.
 *
 * Never refuses anything: what means nothing stays as it was typed.
 */
export function parseText(source: string): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  const indents: number[] = [];
  let draft: Draft | undefined;

  const finish = (): void => {
    if (draft === undefined) return;
    const { shape, lines } = draft;
    const runs = parseInline(lines.join('\n').trim());
    if (runs.length > 0 || shape.list !== undefined) paragraphs.push({ ...shape, runs });
    draft = undefined;
  };

  const lines = source.replaceAll(/\r\n?/g, '\n').split('\n');
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const fence = FENCE.exec(line.trimEnd())?.[1];
    if (fence !== undefined) {
      finish();
      indents.length = 0;
      const end = findFence(lines, at + 1, fence);
      const text = lines.slice(at + 1, end).join('\n');
      const run = { text, strong: false, em: false, code: false, href: undefined };
      if (text !== '') paragraphs.push({ style: 'code', list: undefined, level: 0, runs: [run] });
      at = end;
      continue;
    }
    const quoted = QUOTE.test(line);
    const content = line.replace(QUOTE, '');
    if (draft?.quoted !== quoted) finish();
    if (content.trim() === '') {
      finish();
      continue;
    }
    const style = quoted ? 'blockquote' : 'normal';
    const [item, indent = '', number, words = ''] = ITEM.exec(content) ?? [];
    if (item !== undefined) {
      finish();
      const list = number === undefined ? 'bullet' : 'number';
      draft = {
        shape: { style, list, level: toLevel(indents, indent.length) },
        quoted,
        lines: [words.trim()],
      };
    } else if (draft === undefined) {
      indents.length = 0;
      draft = { shape: { style, list: undefined, level: 0 }, quoted, lines: [content.trim()] };
    } else draft.lines.push(content.trim());
  }
  finish();
  return paragraphs;
}

/** The line that ends code, or the end of everything. */
function findFence(lines: readonly string[], from: number, fence: string): number {
  const end = lines.findIndex((line, at) => at >= from && isFenceEnd(line.trim(), fence));
  return end === -1 ? lines.length : end;
}

function isFenceEnd(line: string, fence: string): boolean {
  return line.length >= fence.length && /^`+$/.test(line);
}

/** How deep an item so far in is; remembers how far in the items around it were. */
function toLevel(indents: number[], indent: number): number {
  while (indents.length > 1 && indent < (indents.at(-1) ?? 0)) indents.pop();
  const last = indents.at(-1);
  if (last === undefined || indent >= last + 2) indents.push(indent);
  return indents.length;
}
