import { isStringList } from '../json.ts';
import type { Node } from './ast.ts';

/**
 * A condition that every document passing a filter must meet and that an index can answer.
 * The filter itself still runs on what the index gives.
 */
export type Constraint =
  | { kind: 'ids'; values: readonly string[] }
  | { kind: 'slugs'; values: readonly string[] }
  | { kind: 'references'; values: readonly string[] }
  | { kind: 'versionsOf'; values: readonly string[] }
  | { kind: 'text'; values: readonly string[] }
  | { kind: 'types'; values: readonly string[] };

/** The fewer documents an index is likely to leave, the earlier it stands. */
const BY_SELECTIVITY: readonly Constraint['kind'][] = [
  'ids',
  'versionsOf',
  'slugs',
  'references',
  'text',
  'types',
];

/** The most selective constraint among those that all hold. */
export function pickConstraint(constraints: readonly Constraint[]): Constraint | undefined {
  return constraints.toSorted(
    (a, b) => BY_SELECTIVITY.indexOf(a.kind) - BY_SELECTIVITY.indexOf(b.kind),
  )[0];
}

/** Finds the constraints of a filter expression: conditions that are joined by `&&` at its top. */
export function findConstraints(expr: Node): Constraint[] {
  switch (expr.type) {
    case 'Group':
      return findConstraints(expr.base);
    case 'And':
      return [...findConstraints(expr.left), ...findConstraints(expr.right)];
    case 'Or':
      return joinConstraints(findConstraints(expr.left), findConstraints(expr.right));
    case 'OpCall': {
      const field = fieldOf(expr.left);
      if (expr.op === 'match') return findWords(expr.left, expr.right);
      if (expr.op === 'in') return toConstraint(field, constantStrings(expr.right));
      if (expr.op !== '==') return [];
      const forward = toConstraint(field, constantString(expr.right));
      return forward.length > 0
        ? forward
        : toConstraint(fieldOf(expr.right), constantString(expr.left));
    }
    case 'FuncCall': {
      const values = expr.args.map((arg) => constantString(arg) ?? constantStrings(arg));
      if (values.includes(undefined)) return [];
      const known = values.flatMap((value) => value ?? []);
      if (expr.namespace === 'global' && expr.name === 'references') {
        return [{ kind: 'references', values: known }];
      }
      if (expr.namespace === 'sanity' && expr.name === 'versionOf' && known.length === 1) {
        return [{ kind: 'versionsOf', values: known }];
      }
      return [];
    }
    default:
      return [];
  }
}

/** `a || b` is constrained only by what constrains both sides in the same way. */
function joinConstraints(left: readonly Constraint[], right: readonly Constraint[]): Constraint[] {
  return left.flatMap((a) =>
    right
      .filter((b) => a.kind === b.kind && a.kind !== 'text')
      .map((b) => ({ ...a, values: [...a.values, ...b.values] })),
  );
}

function toConstraint(
  field: string | undefined,
  values: readonly string[] | undefined,
): Constraint[] {
  if (values === undefined) return [];
  if (field === '_id') return [{ kind: 'ids', values }];
  if (field === '_type') return [{ kind: 'types', values }];
  if (field === 'slug.current') return [{ kind: 'slugs', values }];
  return [];
}

function fieldOf(node: Node): string | undefined {
  if (node.type !== 'AccessAttribute') return undefined;
  if (node.base === undefined || node.base.type === 'This') return node.name;
  const base = fieldOf(node.base);
  return base === undefined ? undefined : `${base}.${node.name}`;
}

function constantString(node: Node): readonly string[] | undefined {
  if (node.type === 'Group') return constantString(node.base);
  return node.type === 'Value' && typeof node.value === 'string' ? [node.value] : undefined;
}

function constantStrings(node: Node): readonly string[] | undefined {
  if (node.type === 'Group') return constantStrings(node.base);
  if (node.type === 'Value') return isStringList(node.value) ? node.value : undefined;
  if (node.type !== 'Array') return undefined;
  const values = node.elements.map((element) =>
    element.isSplat ? constantStrings(element.value) : constantString(element.value),
  );
  return values.includes(undefined) ? undefined : values.flatMap((value) => value ?? []);
}

/**
 * `field match "word*"` is a search when the pattern is plain words, whole or cut at the end, and the
 * field lies in the document itself. Only ASCII words: for others case is folded differently there.
 */
function findWords(left: Node, right: Node): Constraint[] {
  const words = (constantString(right) ?? constantStrings(right) ?? []).join(' ').trim();
  const plain = /^[A-Za-z0-9]+\*?(?:\s+[A-Za-z0-9]+\*?)*$/.test(words);
  return plain && isOwnText(left) ? [{ kind: 'text', values: [words.replaceAll('*', '')] }] : [];
}

/** True for paths to indexed text: no system field on the way, no other document. */
function isOwnText(node: Node): boolean {
  switch (node.type) {
    case 'AccessAttribute':
      return !node.name.startsWith('_') && (node.base === undefined || isOwnText(node.base));
    case 'Array':
      return node.elements.every(({ value }) => isOwnText(value));
    case 'FuncCall':
      return node.namespace === 'pt' && node.name === 'text' && node.args.every(isOwnText);
    case 'ArrayCoerce':
    case 'Group':
      return isOwnText(node.base);
    case 'FlatMap':
    case 'Map':
      return isOwnText(node.base) && isOwnText(node.expr);
    case 'This':
      return true;
    default:
      return false;
  }
}
