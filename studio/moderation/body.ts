import { fieldOf, textOf } from './comment.ts';

export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly code: boolean;
  /** Where a link leads. Shown as text: a moderator should see it, not follow it by accident. */
  readonly href: string | undefined;
}

export interface Paragraph {
  readonly kind: 'normal' | 'blockquote' | 'code' | 'bullet' | 'number';
  /** The place in a numbered list, from 1; 0 elsewhere. */
  readonly place: number;
  readonly runs: readonly Run[];
}

function toKind(block: unknown): Paragraph['kind'] {
  const list = fieldOf(block, 'listItem');
  if (list === 'bullet' || list === 'number') return list;
  const style = fieldOf(block, 'style');
  return style === 'blockquote' || style === 'code' ? style : 'normal';
}

function toRun(span: unknown, links: ReadonlyMap<string, string>): Run {
  const given = fieldOf(span, 'marks');
  const marks: unknown[] = Array.isArray(given) ? given : [];
  return {
    text: textOf(span, 'text') ?? '',
    strong: marks.includes('strong'),
    em: marks.includes('em'),
    code: marks.includes('code'),
    href: marks.map((mark) => links.get(String(mark))).find((href) => href !== undefined),
  };
}

function toLinks(block: unknown): ReadonlyMap<string, string> {
  const marks = fieldOf(block, 'markDefs');
  const links = new Map<string, string>();
  for (const mark of Array.isArray(marks) ? marks : []) {
    const key = textOf(mark, '_key');
    const href = textOf(mark, 'href');
    if (key !== undefined && href !== undefined) links.set(key, href);
  }
  return links;
}

/**
 * Reads stored Portable Text into plain paragraphs of marked text.
 *
 * Takes any value: what is not a block of spans is left out, and nothing is ever read as HTML.
 */
export function toParagraphs(body: unknown): readonly Paragraph[] {
  if (!Array.isArray(body)) return [];
  let place = 0;
  return body
    .filter((block) => fieldOf(block, '_type') === 'block')
    .map((block) => {
      const kind = toKind(block);
      place = kind === 'number' ? place + 1 : 0;
      const children = fieldOf(block, 'children');
      const links = toLinks(block);
      return {
        kind,
        place,
        runs: (Array.isArray(children) ? children : [])
          .map((span: unknown) => toRun(span, links))
          .filter(({ text }) => text !== ''),
      };
    });
}

/** The text alone, at most `limit` characters, cut at a word. */
export function toExcerpt(body: unknown, limit: number): string {
  const text = toParagraphs(body)
    .map(({ runs }) => runs.map((run) => run.text).join(''))
    .join(' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : limit)}…`;
}
