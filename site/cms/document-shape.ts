import {
  parseSchema,
  typeNameOf,
  type ObjectNode,
  type Schema,
  type SchemaNode,
} from './schema-file.ts';

/** Finds the first thing about a value that does not fit, as a path; undefined where all does. */
type Check = (value: unknown) => string | undefined;

/**
 * Compiles the extracted schema into a guard for documents: the fields a type requires are there, and
 * every field holds the kind of value it should. Fields the schema does not know are let be.
 *
 * Made for tens of thousands of documents: it stops at the first problem.
 *
 * @param json the file that `sanity schema extract --enforce-required-fields` wrote
 * @returns a check by document type; undefined for types the schema does not have
 */
export function compileShapes(json: unknown): (type: string) => Check | undefined {
  const schema = parseSchema(json);
  const known = new Map<SchemaNode, Check>();
  const checkOf = (node: SchemaNode): Check => {
    const ready = known.get(node);
    if (ready !== undefined) return ready;
    let made: Check | undefined;
    // Shapes may hold themselves: the inner one is looked up when it is first needed.
    known.set(node, (value) => made?.(value));
    made = makeCheck(schema, node, checkOf);
    known.set(node, made);
    return made;
  };
  const documents = new Map<string, Check | undefined>();
  return (type) => {
    if (!documents.has(type)) {
      const shape = schema.document(type);
      documents.set(type, shape && checkOf(shape));
    }
    return documents.get(type);
  };
}

function makeCheck(schema: Schema, node: SchemaNode, checkOf: (node: SchemaNode) => Check): Check {
  const shape = schema.shape(node);
  switch (shape.type) {
    case 'string': {
      const { value: only } = shape;
      return (value) =>
        typeof value === 'string' && (only === undefined || only === value) ? undefined : '';
    }
    case 'number':
      return (value) => (Number.isFinite(value) ? undefined : '');
    case 'boolean':
      return (value) => (typeof value === 'boolean' ? undefined : '');
    case 'array':
      return arrayCheck(checkOf(shape.of));
    case 'object':
      return objectCheck(shape, checkOf);
    case 'union':
      return unionCheck(schema, shape.of, checkOf);
    case 'null':
    case 'unknown':
      return () => undefined;
  }
}

function arrayCheck(item: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return '';
    for (const [index, each] of value.entries()) {
      const problem = item(each);
      if (problem !== undefined) return `[${index}]${problem}`;
    }
    return undefined;
  };
}

function objectCheck({ attributes }: ObjectNode, checkOf: (node: SchemaNode) => Check): Check {
  const fields = Object.entries(attributes)
    .filter(([name]) => name === '_ref' || !name.startsWith('_'))
    .map(([name, { value, optional }]) => ({ name, optional, check: checkOf(value) }));
  return (value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return '';
    const entries = new Map<string, unknown>(Object.entries(value));
    for (const { name, optional, check } of fields) {
      const field = entries.get(name) ?? undefined;
      if (field === undefined && optional === true) continue;
      const problem = check(field);
      if (problem !== undefined) return `.${name}${problem}`;
    }
    return undefined;
  };
}

function unionCheck(
  schema: Schema,
  members: readonly SchemaNode[],
  checkOf: (node: SchemaNode) => Check,
): Check {
  const named = members.map((member) => ({
    name: typeNameOf(schema.shape(member)),
    check: checkOf(member),
  }));
  return (value) => {
    const type =
      typeof value === 'object' && value !== null && '_type' in value ? value._type : undefined;
    const fitting = named.filter(({ name }) => name === undefined || name === type);
    const problems = fitting.map(({ check }) => check(value));
    return problems.includes(undefined) ? undefined : (problems[0] ?? '');
  };
}
