import { readFile } from 'node:fs/promises';

import { z } from 'zod';

/** A node of the file that `sanity schema extract` writes. */
export type SchemaNode =
  | { type: 'string'; value?: string | undefined }
  | { type: 'number' | 'boolean' | 'null' | 'unknown' }
  | { type: 'array'; of: SchemaNode }
  | { type: 'union'; of: SchemaNode[] }
  | { type: 'inline'; name: string }
  | ObjectNode;

export interface ObjectNode {
  type: 'object';
  attributes: Record<string, { value: SchemaNode; optional?: boolean | undefined }>;
  rest?: SchemaNode | undefined;
  dereferencesTo?: string | undefined;
}

/** A node with its names looked up: never `inline`, and no `rest` left on objects. */
export type Shape = Exclude<SchemaNode, { type: 'inline' }>;

export interface Schema {
  /** The document type's fields, or `undefined` if there is no such type. */
  document: (type: string) => ObjectNode | undefined;
  shape: (node: SchemaNode) => Shape;
}

const node: z.ZodType<SchemaNode> = z.lazy(() =>
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('string'), value: z.string().optional() }),
    z.object({ type: z.enum(['number', 'boolean', 'null', 'unknown']) }),
    z.object({ type: z.literal('array'), of: node }),
    z.object({ type: z.literal('union'), of: z.array(node) }),
    z.object({ type: z.literal('inline'), name: z.string() }),
    z.object({ type: z.literal('object'), ...objectFields() }),
  ]),
);

function objectFields() {
  return {
    attributes: z.record(z.string(), z.object({ value: node, optional: z.boolean().optional() })),
    rest: node.optional(),
    dereferencesTo: z.string().optional(),
  };
}

const schemaFile = z.array(
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('type'), name: z.string(), value: node }),
    z.object({
      type: z.literal('document'),
      name: z.string(),
      attributes: z.record(z.string(), z.object({ value: node, optional: z.boolean().optional() })),
    }),
  ]),
);

/**
 * Narrows the extracted schema to what is read of it.
 *
 * @throws ZodError when it is not one.
 */
export function parseSchema(json: unknown): Schema {
  const types = new Map<string, SchemaNode>();
  const documents = new Map<string, ObjectNode>();
  for (const entry of schemaFile.parse(json)) {
    if (entry.type === 'type') types.set(entry.name, entry.value);
    else documents.set(entry.name, { type: 'object', attributes: entry.attributes });
  }

  const shape = (of: SchemaNode): Shape => {
    if (of.type === 'inline') {
      const named = types.get(of.name) ?? documents.get(of.name);
      return named === undefined ? { type: 'unknown' } : shape(named);
    }
    if (of.type !== 'object' || of.rest === undefined) return of;
    const rest = shape(of.rest);
    if (rest.type !== 'object') return rest;
    return { ...rest, attributes: { ...rest.attributes, ...of.attributes } };
  };
  return { document: (type) => documents.get(type), shape };
}

/** Reads the file that `sanity schema extract --enforce-required-fields` wrote. */
export async function loadSchema(file: string | URL): Promise<Schema> {
  const json: unknown = JSON.parse(await readFile(file, 'utf8'));
  return parseSchema(json);
}

/** The `_type` that objects of this shape carry, if they carry one. */
export function typeNameOf(shape: Shape): string | undefined {
  const type = shape.type === 'object' ? shape.attributes['_type']?.value : undefined;
  return type?.type === 'string' ? type.value : undefined;
}

/** The document types that a value of this shape may refer to; empty if it is no reference. */
export function targetsOf(shape: Shape, schema: Schema): string[] {
  if (shape.type === 'union') return shape.of.flatMap((of) => targetsOf(schema.shape(of), schema));
  return shape.type === 'object' && shape.dereferencesTo !== undefined
    ? [shape.dereferencesTo]
    : [];
}
