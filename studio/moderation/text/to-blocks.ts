import type { Paragraph } from './body.ts';
import { parseHref } from './href.ts';

interface Span {
  readonly _type: 'span';
  readonly _key: string;
  readonly text: string;
  readonly marks: readonly string[];
}

/** A block as the schema's comment text holds it. */
export interface CommentBlock {
  readonly _type: 'block';
  readonly _key: string;
  readonly style: Paragraph['style'];
  readonly listItem?: 'bullet' | 'number';
  readonly level?: number;
  readonly markDefs: readonly {
    readonly _type: 'link';
    readonly _key: string;
    readonly href: string;
  }[];
  readonly children: readonly Span[];
}

/**
 * Makes the Portable Text of a comment, and nothing that its schema does not hold: three styles, two
 * lists, three marks, and links to http, https and mailto addresses.
 */
export function toBlocks(paragraphs: readonly Paragraph[]): readonly CommentBlock[] {
  return paragraphs.map(({ style, list, level, runs }, place) => {
    const _key = `b${place}`;
    const hrefs = [...new Set(runs.map(({ href }) => parseHref(href)))].filter(
      (href) => href !== undefined,
    );
    const children = (runs.length > 0 ? runs : [{ text: '' }]).map((run, at): Span => {
      const marked = 'strong' in run ? run : undefined;
      const href = parseHref(marked?.href);
      return {
        _type: 'span',
        _key: `${_key}s${at}`,
        text: run.text,
        marks: [
          ...(marked?.strong ? ['strong'] : []),
          ...(marked?.em ? ['em'] : []),
          ...(marked?.code ? ['code'] : []),
          ...(href === undefined ? [] : [`${_key}m${hrefs.indexOf(href)}`]),
        ],
      };
    });
    return {
      _type: 'block',
      _key,
      style,
      ...(list !== undefined && { listItem: list, level }),
      markDefs: hrefs.map((href, at) => ({ _type: 'link', _key: `${_key}m${at}`, href })),
      children,
    };
  });
}
