import type {
  PortableTextBlock,
  PortableTextMarkDefinition,
  PortableTextSpan,
} from '@portabletext/types';
import type {
  Blockquote,
  Heading,
  Link,
  List,
  ListItem,
  PhrasingContent,
  RootContent,
} from 'mdast';

/** A Portable Text block of spans, with everything a store expects filled in. */
export interface TextBlock extends PortableTextBlock<PortableTextMarkDefinition, PortableTextSpan> {
  _type: 'block';
  _key: string;
  style: string;
  markDefs: PortableTextMarkDefinition[];
}

/** What a link's words are marked with: an annotation without its key. */
export type Annotation = Omit<PortableTextMarkDefinition, '_key'> & { _type: string };

/** What the caller's schema can hold, and what to do about the rest. */
export interface MarkdownRules<Block> {
  /** Any of `h1` to `h6`, `blockquote` and `code`; `normal` is always there. */
  styles: readonly string[];
  /** Any of `strong`, `em` and `code`. */
  decorators: readonly string[];
  /** What a line end inside a paragraph becomes. */
  softBreak: ' ' | '\n';
  /** The annotation for a link, or `undefined` to keep its words only. */
  link: (node: Link) => Annotation | undefined;
  /** The caller's own blocks for a node; `undefined` when the node is not one of them. */
  block?: (node: RootContent, key: string) => readonly Block[] | undefined;
  /** Throws, records a mistake, or gives the text to show for a node that cannot be held. */
  unknown: (node: RootContent) => string;
}

interface Run {
  text: string;
  marks: readonly string[];
}

/** Where a block stands: inside a quote, inside a list, or neither. */
interface Place {
  style: string;
  list?: { item: 'bullet' | 'number'; level: number };
}

/**
 * Turns a Markdown syntax tree into Portable Text.
 *
 * `**Hello** you` gives one block with the spans `Hello` (strong) and ` you`.
 *
 * - Keys come from the position in the document, so the same tree gives the same keys.
 * - Paragraphs of one list item are joined with a line end; a nested list is one level deeper.
 * - What Portable Text or the rules cannot hold (a list that does not start at 1, a heading inside
 *   a quote, a table) goes to `rules.unknown`.
 */
export function toPortableText<Block = never>(
  nodes: readonly RootContent[],
  rules: MarkdownRules<Block>,
): (TextBlock | Block)[] {
  const out: (TextBlock | Block)[] = [];
  const nextKey = () => `b${out.length}`;

  const addText = (place: Place, fill: (marks: MarkDefs) => Run[]) => {
    const marks = new MarkDefs(nextKey());
    out.push(toBlock(place, joinRuns(fill(marks)), marks));
  };
  const addUnknown = (node: RootContent, place: Place) => {
    const text = rules.unknown(node);
    if (text !== '') addText(place, () => [{ text, marks: [] }]);
  };
  const addItem = (item: ListItem, place: Place, level: number) => {
    const nested = item.children.filter((child) => child.type === 'list');
    const own = item.children.filter((child) => child.type !== 'list');
    addText(place, (marks) =>
      own.flatMap((child, index) => [
        ...(index === 0 ? [] : [{ text: '\n', marks: [] }]),
        ...(child.type === 'paragraph'
          ? toRuns(child.children, [], marks, rules)
          : [{ text: rules.unknown(child), marks: [] }]),
      ]),
    );
    for (const list of nested) addList(list, place.style, level + 1);
  };
  const addList = (list: List, style: string, level: number) => {
    if (list.ordered === true && (list.start ?? 1) !== 1) {
      addUnknown(list, { style });
      return;
    }
    const item = list.ordered === true ? 'number' : 'bullet';
    for (const child of list.children) addItem(child, { style, list: { item, level } }, level);
  };
  const addQuote = (quote: Blockquote) => {
    for (const child of quote.children) addNode(child, { style: 'blockquote' });
  };
  const addHeading = (heading: Heading, place: Place) => {
    const style = `h${heading.depth}`;
    if (place.style !== 'normal' || !rules.styles.includes(style)) addUnknown(heading, place);
    else addText({ style }, (marks) => toRuns(heading.children, [], marks, rules));
  };
  const addNode = (node: RootContent, place: Place) => {
    const custom = rules.block?.(node, nextKey());
    if (custom !== undefined) out.push(...custom);
    else if (node.type === 'paragraph')
      addText(place, (marks) => toRuns(node.children, [], marks, rules));
    else if (node.type === 'heading') addHeading(node, place);
    else if (node.type === 'list') addList(node, place.style, 1);
    else if (node.type === 'blockquote' && rules.styles.includes('blockquote')) addQuote(node);
    else if (node.type === 'code' && rules.styles.includes('code'))
      addText({ style: 'code' }, () => [{ text: node.value, marks: [] }]);
    else addUnknown(node, place);
  };

  for (const node of nodes) addNode(node, { style: 'normal' });
  return out;
}

/** The annotations of one block, numbered as they come. */
class MarkDefs {
  readonly blockKey: string;
  readonly list: PortableTextMarkDefinition[] = [];

  constructor(blockKey: string) {
    this.blockKey = blockKey;
  }

  add(annotation: Annotation): string {
    const _key = `${this.blockKey}m${this.list.length}`;
    this.list.push({ ...annotation, _key });
    return _key;
  }
}

function toRuns<Block>(
  nodes: readonly PhrasingContent[],
  marks: readonly string[],
  defs: MarkDefs,
  rules: MarkdownRules<Block>,
): Run[] {
  const inside = (children: readonly PhrasingContent[], mark?: string) =>
    toRuns(children, mark === undefined ? marks : [...new Set([...marks, mark])], defs, rules);
  const unknown = (node: PhrasingContent): Run[] => [{ text: rules.unknown(node), marks }];
  const decorate = (node: PhrasingContent, mark: string, runs: () => Run[]) =>
    rules.decorators.includes(mark) ? runs() : unknown(node);

  return nodes.flatMap((node): Run[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value.replaceAll(/[ \t]*\r?\n[ \t]*/g, rules.softBreak), marks }];
      case 'break':
        return [{ text: '\n', marks }];
      case 'strong':
        return decorate(node, 'strong', () => inside(node.children, 'strong'));
      case 'emphasis':
        return decorate(node, 'em', () => inside(node.children, 'em'));
      case 'inlineCode':
        return decorate(node, 'code', () => [{ text: node.value, marks: [...marks, 'code'] }]);
      case 'link': {
        const annotation = rules.link(node);
        return inside(node.children, annotation && defs.add(annotation));
      }
      default:
        return unknown(node);
    }
  });
}

/** Joins neighbours that carry the same marks and drops empty ones. */
function joinRuns(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = joined.at(-1);
    if (last !== undefined && last.marks.join('\n') === run.marks.join('\n')) {
      joined[joined.length - 1] = { text: last.text + run.text, marks: last.marks };
    } else joined.push(run);
  }
  return joined.length > 0 ? joined : [{ text: '', marks: [] }];
}

function toBlock({ style, list }: Place, runs: readonly Run[], defs: MarkDefs): TextBlock {
  return {
    _type: 'block',
    _key: defs.blockKey,
    style,
    ...(list && { listItem: list.item, level: list.level }),
    markDefs: defs.list,
    children: runs.map(({ text, marks }, index) => ({
      _type: 'span',
      _key: `${defs.blockKey}s${index}`,
      text,
      marks: [...marks],
    })),
  };
}
