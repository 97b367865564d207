import type { RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

import type { ContentFile, Conversion } from './content-file.ts';
import { toId } from './identity.ts';
import type { ContentDocument } from './identity.ts';
import { parseYaml } from './parse-yaml.ts';
import { isRecord } from './record.ts';
import { toBody } from './to-body.ts';
import { toFields } from './to-value.ts';

const mdx = unified().use(remarkParse).use(remarkFrontmatter).use(remarkMdx).use(remarkGfm);

/**
 * Makes the document of one content file.
 *
 * The slug is the file's name unless it is given; comments are open unless they are closed.
 *
 * @returns `undefined` when the file cannot be read at all, which is reported
 */
export function toDocument(source: ContentFile, to: Conversion): ContentDocument | undefined {
  const shape = to.schema.document(source.type);
  if (shape === undefined) {
    to.report(1, `The schema has no document type "${source.type}".`);
    return undefined;
  }
  const parts = source.format === 'mdx' ? parseMdx(source.text, to) : parseFields(source.text, to);
  if (parts === undefined) return undefined;
  const defaults: Record<string, unknown> = {
    ...('slug' in shape.attributes && { slug: source.stem }),
    ...('commentsOpen' in shape.attributes && { commentsOpen: true }),
  };
  return {
    _id: toId(source.type, source.stem),
    _type: source.type,
    ...toFields({ ...defaults, ...parts.fields }, shape, [], to),
    ...(parts.body && { body: toBody(parts.body, to) }),
  };
}

interface Parts {
  fields: Record<string, unknown>;
  body?: RootContent[];
}

function parseFields(text: string, to: Conversion, firstLine = 1): Parts | undefined {
  const fields = parseYaml(text, firstLine, [], to);
  if (isRecord(fields)) return { fields };
  if (fields !== undefined)
    to.report(firstLine, 'This must be a list of fields, such as "title: …".');
  return undefined;
}

function parseMdx(text: string, to: Conversion): Parts | undefined {
  let nodes: RootContent[];
  try {
    nodes = mdx.parse(text).children;
  } catch (error) {
    to.report(lineOf(error), `This is not valid MDX: ${reasonOf(error)}`);
    return undefined;
  }
  const [front, ...body] = nodes;
  if (front?.type !== 'yaml') {
    to.report(1, 'There is no front matter. Start the file with --- and its fields.');
    return undefined;
  }
  const parts = parseFields(front.value, to, (front.position?.start.line ?? 1) + 1);
  return parts && { ...parts, body };
}

/** The MDX parser throws a message with a place. */
function lineOf(error: unknown): number {
  return isRecord(error) && typeof error['line'] === 'number' ? error['line'] : 1;
}

function reasonOf(error: unknown): string {
  if (isRecord(error) && typeof error['reason'] === 'string') return error['reason'];
  return error instanceof Error ? error.message : String(error);
}
