import { imageFileOf } from './identity.ts';
import type { ContentDocument } from './identity.ts';
import { toPathText } from './lines.ts';
import type { Path } from './lines.ts';
import { isRecord } from './record.ts';
import { targetsOf, typeNameOf } from '../../site/cms/schema-file.ts';
import type { ObjectNode, Schema, SchemaNode, Shape } from '../../site/cms/schema-file.ts';

/** What does not fit the schema, and where in the document. */
export interface Problem {
  path: Path;
  message: string;
}

/** Filled in by the store. */
const STORE_FIELDS = new Set(['_createdAt', '_updatedAt', '_rev']);

interface Context {
  schema: Schema;
  typeOf: (id: string) => string | undefined;
}

/**
 * Checks a document's structure: unknown and missing fields, kinds of value, listed values, and
 * that every reference leads to a document of an allowed type.
 *
 * Lengths and cross-field rules are the Studio's, which knows them.
 *
 * @param typeOf the type of the document with an id, `undefined` if there is none
 */
export function checkDocument(
  document: ContentDocument,
  schema: Schema,
  typeOf: (id: string) => string | undefined,
): Problem[] {
  const shape = schema.document(document._type);
  if (shape === undefined) {
    return [{ path: [], message: `The schema has no document type "${document._type}".` }];
  }
  return checkObject(document, shape, [], { schema, typeOf }).filter(
    ({ path }) => !STORE_FIELDS.has(String(path[0])),
  );
}

function check(value: unknown, node: SchemaNode, path: Path, context: Context): Problem[] {
  const shape = context.schema.shape(node);
  const problem = (message: string): Problem[] => [
    { path, message: `${toPathText(path)} ${message}` },
  ];
  const targets = targetsOf(shape, context.schema);
  if (targets.length > 0) return checkReference(value, targets, path, context);

  switch (shape.type) {
    case 'unknown':
      return [];
    case 'null':
      return value === null ? [] : problem('must be empty.');
    case 'string':
      if (typeof value !== 'string') return problem(`must be text.${quoteHint(value)}`);
      if (shape.value === undefined || shape.value === value) return [];
      return problem(`must be "${shape.value}", not "${value}".`);
    case 'number':
      return typeof value === 'number' ? [] : problem('must be a number, without quotes.');
    case 'boolean':
      return typeof value === 'boolean' ? [] : problem('must be true or false.');
    case 'array':
      if (!Array.isArray(value)) return problem('must be a list.');
      return value.flatMap((item, index) => check(item, shape.of, [...path, index], context));
    case 'object':
      if (!isRecord(value)) return problem(`must have fields: ${fieldNames(shape).join(', ')}.`);
      return checkObject(value, shape, path, context);
    default:
      return checkUnion(value, shape.of, path, context);
  }
}

function checkObject(
  value: Record<string, unknown>,
  shape: ObjectNode,
  path: Path,
  context: Context,
): Problem[] {
  const name = typeNameOf(shape) ?? toPathText(path);
  const unknown = Object.keys(value).filter((field) => !Object.hasOwn(shape.attributes, field));
  return [
    ...unknown.map((field) => ({
      path: [...path, field],
      message: `${toPathText([...path, field])} is not a field of ${name}. Its fields are ${fieldNames(shape).join(', ')}.`,
    })),
    ...Object.entries(shape.attributes).flatMap(([field, { value: node, optional }]) => {
      const at = [...path, field];
      if (value[field] !== undefined) return check(value[field], node, at, context);
      if (optional === true) return [];
      return [{ path: at, message: `${toPathText(at)} is missing. Every ${name} needs it.` }];
    }),
  ];
}

function checkUnion(
  value: unknown,
  of: readonly SchemaNode[],
  path: Path,
  context: Context,
): Problem[] {
  const shapes = of.map((node) => context.schema.shape(node));
  const chosen = isRecord(value)
    ? shapes.filter((shape) => typeNameOf(shape) === value['_type'])
    : shapes.filter((shape) => check(value, shape, path, context).length === 0);
  const [first] = chosen;
  if (first !== undefined) return check(value, first, path, context);
  const choices = shapes.map((shape) => nameOf(shape)).join(', ');
  const given = isRecord(value) ? String(value['_type']) : JSON.stringify(value);
  return [{ path, message: `${toPathText(path)} is ${given}; it must be one of ${choices}.` }];
}

function checkReference(
  value: unknown,
  targets: readonly string[],
  path: Path,
  { typeOf }: Context,
): Problem[] {
  const wanted = targets.join(' or ');
  const problem = (message: string): Problem[] => [
    { path, message: `${toPathText(path)} ${message}` },
  ];
  const id = isRecord(value) ? value['_ref'] : undefined;
  if (typeof id !== 'string') return problem(`must name what it leads to: ${nameForms(targets)}.`);
  if (imageFileOf(id) !== undefined) return [];
  const type = typeOf(id);
  if (type === undefined) {
    return problem(
      `leads to "${id}", which no content file makes. Correct the name or add the file.`,
    );
  }
  return targets.includes(type)
    ? []
    : problem(`leads to the ${type} "${id}"; it must be a ${wanted}.`);
}

function nameForms(targets: readonly string[]): string {
  if (targets.length === 1) return `the file name of a ${targets.join()}`;
  return targets.map((target) => `${target}/file-name`).join(' or ');
}

function fieldNames(shape: ObjectNode): string[] {
  return Object.keys(shape.attributes).filter((field) => !field.startsWith('_'));
}

function nameOf(shape: Shape): string {
  return shape.type === 'string' ? (shape.value ?? 'text') : (typeNameOf(shape) ?? shape.type);
}

function quoteHint(value: unknown): string {
  return typeof value === 'number' || typeof value === 'boolean' ? ' Put it in quotes.' : '';
}
