import type { TextBlock } from '../../cms/from-markdown.ts';

/** A comment as readers will see it: references decoded, marks of Markdown gone. */
export interface SeenText {
  readonly text: string;
  readonly links: number;
}

/**
 * The plain text of a rendered comment: a blank line between blocks, and code still between backticks,
 * so that it can be told from prose.
 */
export function toSeenText(body: readonly TextBlock[]): SeenText {
  return {
    text: body.map(toText).join('\n\n'),
    links: body.flatMap(({ markDefs }) => markDefs).filter(({ _type }) => _type === 'link').length,
  };
}

function toText({ style, children }: TextBlock): string {
  const text = children
    .map((span) => (span.marks?.includes('code') === true ? `\`${span.text}\`` : span.text))
    .join('');
  return style === 'code' ? `\`\`\`\n${text}\n\`\`\`` : text;
}
