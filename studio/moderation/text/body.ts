import { fieldOf, textOf } from '../comment.ts';

/** Words that are marked alike. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly code: boolean;
  /** Where a link leads. Shown as text: a moderator should see it, not follow it by accident. */
  readonly href: string | undefined;
}

export interface Paragraph {
  readonly style: 'normal' | 'blockquote' | 'code';
  readonly list: 'bullet' | 'number' | undefined;
  /** How deep in lists, from 1; 0 outside them. */
  readonly level: number;
  readonly runs: readonly Run[];
}

function toStyle(block: unknown): Paragraph['style'] {
  const style = fieldOf(block, 'style');
  return style === 'blockquote' || style === 'code' ? style : 'normal';
}

function toList(block: unknown): Pick<Paragraph, 'list' | 'level'> {
  const list = fieldOf(block, 'listItem');
  if (list !== 'bullet' && list !== 'number') return { list: undefined, level: 0 };
  const level = fieldOf(block, 'level');
  return { list, level: typeof level === 'number' && level >= 1 ? Math.floor(level) : 1 };
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
  return body
    .filter((block) => fieldOf(block, '_type') === 'block')
    .map((block) => {
      const children = fieldOf(block, 'children');
      const links = toLinks(block);
      return {
        style: toStyle(block),
        ...toList(block),
        runs: (Array.isArray(children) ? children : [])
          .map((span: unknown) => toRun(span, links))
          .filter(({ text }) => text !== ''),
      };
    });
}

/** The place of each paragraph in its numbered list, from 1; 0 for all others. */
export function toPlaces(paragraphs: readonly Paragraph[]): readonly number[] {
  const counters: number[] = [];
  return paragraphs.map(({ list, level }) => {
    // What is less deep ends the lists below it.
    counters.length = Math.min(counters.length, level + 1);
    if (list !== 'number') {
      counters[level] = 0;
      return 0;
    }
    const place = (counters[level] ?? 0) + 1;
    counters[level] = place;
    return place;
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
