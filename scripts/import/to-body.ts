import type { BlockContent, DefinitionContent, RootContent } from 'mdast';

import { toPortableText } from '../../site/cms/from-markdown.ts';
import type { TextBlock } from '../../site/cms/from-markdown.ts';
import type { Conversion } from './content-file.ts';
import type { Path } from './lines.ts';
import { parseYaml } from './parse-yaml.ts';
import { importRules, toSimpleContent } from './to-blocks.ts';
import { toValue } from './to-value.ts';

type MdxJsxFlowElement = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

/** A block of a body that is not text: a callout, a figure. */
export interface CustomBlock {
  _type: string;
  _key: string;
  [field: string]: unknown;
}

interface Component {
  /** The type of block it becomes. */
  type: string;
  attributes: readonly string[];
  /** The block's fields as a content file would write them. */
  toRaw: (element: MdxJsxFlowElement, attributes: Record<string, string>, inside: Inside) => object;
  mayHoldContent?: true;
}

interface Inside {
  path: Path;
  to: Conversion;
}

const components: Record<string, Component> = {
  Callout: {
    type: 'callout',
    attributes: ['tone', 'urgency', 'title'],
    mayHoldContent: true,
    toRaw: ({ children }, attributes, { to }) => ({
      ...attributes,
      body: toSimpleContent(children, to.report),
    }),
  },
  Claim: {
    type: 'claimReference',
    attributes: ['name'],
    toRaw: (_element, { name }) => ({ claim: name }),
  },
  Contraindications: {
    type: 'contraindicationList',
    attributes: ['names'],
    toRaw: (_element, { names = '' }) => ({
      contraindications: names.split(/\s+/).filter((name) => name !== ''),
    }),
  },
  Figure: {
    type: 'figure',
    attributes: ['file', 'alt', 'caption', 'credit'],
    toRaw: (_element, attributes) => attributes,
  },
  Steps: {
    type: 'stepList',
    attributes: ['title'],
    mayHoldContent: true,
    toRaw: ({ children }, attributes, inside) => ({
      ...attributes,
      steps: toSteps(children, inside),
    }),
  },
};

/** The body of an article: Markdown and the components, as `bodyContent`. */
export function toBody(nodes: readonly RootContent[], to: Conversion): (TextBlock | CustomBlock)[] {
  const body = toPortableText<CustomBlock>(nodes, {
    ...importRules<CustomBlock>(['h2', 'h3', 'blockquote'], to.report),
    block: (node, key) => {
      to.lines.set(['body', Number(key.slice(1))], node.position?.start.line ?? 1);
      // A comment for other writers, {/* like this */}, is for nobody else.
      if (node.type === 'mdxFlowExpression' && /^\s*\/\*.*\*\/\s*$/s.test(node.value)) return [];
      if (node.type !== 'mdxJsxFlowElement') return undefined;
      return toBlock(node, key, to);
    },
  });
  return body;
}

function toBlock(
  element: MdxJsxFlowElement,
  key: string,
  to: Conversion,
): CustomBlock[] | undefined {
  const name = element.name ?? '';
  const component = Object.hasOwn(components, name) ? components[name] : undefined;
  if (component === undefined) return undefined;
  const line = element.position?.start.line ?? 1;
  const path = ['body', Number(key.slice(1))];
  if (component.mayHoldContent !== true && element.children.length > 0) {
    to.report(
      line,
      `<${name}> holds nothing between its tags. Write <${name} … /> and move the rest out.`,
    );
  }
  const attributes = readAttributes(element, component, to);
  const raw = component.toRaw(element, attributes, { path, to });
  const node = { type: 'inline', name: component.type } as const;
  const value = toValue(raw, node, path, to);
  return [{ ...(typeof value === 'object' ? value : {}), _type: component.type, _key: key }];
}

function readAttributes(
  { attributes, position, name }: MdxJsxFlowElement,
  component: Component,
  { report }: Conversion,
): Record<string, string> {
  const read: Record<string, string> = {};
  for (const attribute of attributes) {
    const line = attribute.position?.start.line ?? position?.start.line ?? 1;
    if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') {
      report(line, `<${name}> takes its attributes as text: ${component.attributes[0]}="…".`);
    } else if (component.attributes.includes(attribute.name)) {
      read[attribute.name] = attribute.value;
    } else {
      report(
        line,
        `${attribute.name} is not an attribute of <${name}>. Its attributes are ${component.attributes.join(', ')}.`,
      );
    }
  }
  return read;
}

function toSteps(
  children: readonly (BlockContent | DefinitionContent)[],
  { path, to }: Inside,
): unknown {
  const [code, ...others] = children;
  const line = to.lines.at(path);
  if (code?.type !== 'code' || code.lang !== 'yaml' || others.length > 0) {
    to.report(line, '<Steps> holds one ```yaml list of steps and nothing else.');
    return [];
  }
  return parseYaml(code.value, (code.position?.start.line ?? line) + 1, [...path, 'steps'], to);
}
