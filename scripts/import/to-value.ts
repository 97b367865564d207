import { reportAt } from './content-file.ts';
import type { Conversion } from './content-file.ts';
import { toId, toImageReference, toReference } from './identity.ts';
import type { Reference } from './identity.ts';
import type { Path } from './lines.ts';
import { isRecord } from './record.ts';
import { targetsOf, typeNameOf } from '../../site/cms/schema-file.ts';
import type { ObjectNode, SchemaNode, Shape } from '../../site/cms/schema-file.ts';
import { parseSimpleContent } from './to-blocks.ts';

/**
 * Turns a value of a content file into what the schema wants in its place:
 * a file name into a reference, Markdown into Portable Text, `{ file }` into an image, a word into
 * a slug. Lists get keys, objects get types, empty values are left out.
 *
 * What does not fit is returned as it is, for `checkDocument` to name.
 */
export function toValue(raw: unknown, node: SchemaNode, path: Path, to: Conversion): unknown {
  const shape = to.schema.shape(node);
  if (typeof raw === 'string') return fromText(raw, shape, path, to);
  if (Array.isArray(raw) && shape.type === 'array') {
    return raw.map((item: unknown, index) => {
      const value = toValue(item, shape.of, [...path, index], to);
      return isRecord(value) ? { _key: `k${index}`, ...value } : value;
    });
  }
  if (isRecord(raw) && shape.type === 'object') {
    return isImage(shape, to) ? toFigure(raw, shape, path, to) : toObject(raw, shape, path, to);
  }
  return raw;
}

function fromText(text: string, shape: Shape, path: Path, to: Conversion): unknown {
  const targets = targetsOf(shape, to.schema);
  if (targets.length > 0) return fromName(text, targets) ?? text;
  if (typeNameOf(shape) === 'slug') return { _type: 'slug', current: text };
  if (shape.type === 'array' && typeNameOf(to.schema.shape(shape.of)) === 'block') {
    return parseSimpleContent(text, (_line, message) => reportAt(to, path, message));
  }
  return text;
}

/** `no-pump` where one type fits, `article/immune-system` where several do. */
function fromName(name: string, targets: readonly string[]): Reference | undefined {
  const [, type, stem] = /^([^/]+)\/(.+)$/.exec(name) ?? [];
  if (type !== undefined && stem !== undefined && targets.includes(type)) {
    return toReference(toId(type, stem));
  }
  const [only, ...others] = targets;
  return only === undefined || others.length > 0 ? undefined : toReference(toId(only, name));
}

function toObject(
  raw: Record<string, unknown>,
  shape: ObjectNode,
  path: Path,
  to: Conversion,
): Record<string, unknown> {
  const type = typeNameOf(shape);
  return {
    ...(type !== undefined && { _type: type }),
    ...toFields(raw, shape, path, to),
  };
}

/** Converts each field by the schema; a field that it does not know stays as it is. */
export function toFields(
  raw: Record<string, unknown>,
  shape: ObjectNode,
  path: Path,
  to: Conversion,
): Record<string, unknown> {
  const fields = Object.entries(raw).map(([field, value]) => {
    const attribute = Object.hasOwn(shape.attributes, field) ? shape.attributes[field] : undefined;
    return [
      field,
      attribute === undefined ? value : toValue(value, attribute.value, [...path, field], to),
    ] as const;
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== null && value !== undefined));
}

function isImage(shape: ObjectNode, { schema }: Conversion): boolean {
  const asset = shape.attributes['asset'];
  return (
    asset !== undefined &&
    targetsOf(schema.shape(asset.value), schema).includes('sanity.imageAsset')
  );
}

function toFigure(
  { file, ...raw }: Record<string, unknown>,
  shape: ObjectNode,
  path: Path,
  to: Conversion,
): Record<string, unknown> {
  const figure = toObject(raw, shape, path, to);
  if (typeof file !== 'string') {
    reportAt(to, path, `${path.join('.')} has no file. Add file: with a name from content/images.`);
    return figure;
  }
  to.images.set(file, to.lines.at([...path, 'file']));
  to.lines.set([...path, 'asset'], to.lines.at([...path, 'file']));
  return { ...figure, asset: toImageReference(file) };
}
