import { GroqSyntaxError, parse } from 'groq-js';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import type { FilterNode, Node, OpCallNode, ValueNode } from './ast.ts';
import { findConstraints, pickConstraint } from './constraint.ts';
import type { Constraint } from './constraint.ts';
import { QueryError } from './query-error.ts';
import { toMatchPattern } from './search-text.ts';

/** A parsed query whose `*`s are narrowed to what an index can answer. */
export interface Plan {
  tree: Node;
  /** Places in the tree to fill with documents before each evaluation. */
  sources: readonly { node: ValueNode; constraint: Constraint }[];
  /** True when some `*` stays: then all documents are needed. */
  needsAll: boolean;
  /** What `@ match text::query(…)` asks, by the number in its reference. */
  searches: readonly string[];
}

/** Begins the references by which a rewritten full-text search asks for its answer. */
const SEARCH_PREFIX = '\u0000search:';

/** Parses and narrows a query. Throws QueryError with the place of a mistake. */
export function planQuery(query: string, params: JsonObject): Plan {
  return planTree(query, parseQuery(query, params));
}

/** A filter alone, and the condition an event must meet to be worth running it. */
export interface FilterPlan extends Plan {
  constraint: Constraint | undefined;
  /** True when the condition says all that the filter says. */
  exact: boolean;
}

/** The filter of a query, without the ordering, slicing and projecting around it. */
export function planFilter(query: string, params: JsonObject): FilterPlan {
  const tree = toFilter(parseQuery(query, params));
  const found = tree.type === 'Filter' ? findConstraints(tree.expr) : [];
  const whole = tree.type === 'Filter' && tree.base.type === 'Everything' && isLone(tree.expr);
  const constraint = pickConstraint(found.filter(({ kind }) => CHEAP.has(kind)));
  const exact = tree.type === 'Everything' || (whole && constraint !== undefined);
  return { ...planTree(query, tree), constraint, exact };
}

/** Constraints that an event can be held against without looking anything up. */
const CHEAP: ReadonlySet<Constraint['kind']> = new Set(['ids', 'types', 'versionsOf']);

function isLone(expr: Node): boolean {
  return expr.type === 'OpCall' || expr.type === 'FuncCall';
}

function toFilter(node: Node): Node {
  switch (node.type) {
    case 'AccessElement':
    case 'Map':
    case 'PipeFuncCall':
    case 'Projection':
    case 'Slice':
      return toFilter(node.base);
    default:
      return node;
  }
}

function planTree(query: string, tree: Node): Plan {
  const searches: string[] = [];
  const sources: { node: ValueNode; constraint: Constraint }[] = [];
  const seen = new Set<unknown>();
  for (const node of nodesOf(tree)) {
    if (node.type === 'Parameter') throw missingParameter(query, node);
    if (node.type !== 'Filter' || seen.has(node)) continue;
    const chain = filterChain(node);
    for (const filter of chain) seen.add(filter);
    const last = chain.at(-1);
    if (last?.base.type !== 'Everything') continue;
    const found = chain.flatMap((filter) => [
      ...findConstraints(filter.expr),
      ...findSearches(filter.expr),
    ]);
    const constraint = pickConstraint(found);
    if (constraint === undefined) continue;
    const source: ValueNode = { type: 'Value', value: [] };
    last.base = source;
    sources.push({ node: source, constraint });
  }
  for (const node of nodesOf(tree)) if (isSearch(node)) rewriteSearch(node, searches);
  const needsAll = nodesOf(tree).some(
    (node) =>
      node.type === 'Everything' || (node.type === 'FuncCall' && node.namespace === 'releases'),
  );
  return { tree, sources, needsAll, searches };
}

/** The search a reference stands for and the document it asks about, or undefined for real references. */
export function parseSearchReference(ref: string): { search: number; id: string } | undefined {
  if (!ref.startsWith(SEARCH_PREFIX)) return undefined;
  const rest = ref.slice(SEARCH_PREFIX.length);
  const colon = rest.indexOf(':');
  return { search: Number(rest.slice(0, colon)), id: rest.slice(colon + 1) };
}

function parseQuery(query: string, params: JsonObject): Node {
  try {
    return parse(query, { params });
  } catch (error) {
    const position = error instanceof GroqSyntaxError ? error.position : 0;
    const reason = error instanceof RangeError ? 'nested too deeply' : messageOf(error);
    throw new QueryError(reason, position, query.length);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'not a query';
}

function missingParameter(query: string, node: { name: string }): QueryError {
  const start = Math.max(0, query.indexOf(`$${node.name}`));
  return new QueryError(
    `param $${node.name} referenced, but not provided`,
    start,
    start + node.name.length + 1,
  );
}

function filterChain(node: FilterNode): FilterNode[] {
  return node.base.type === 'Filter' ? [node, ...filterChain(node.base)] : [node];
}

function findSearches(expr: Node): Constraint[] {
  if (expr.type === 'Group') return findSearches(expr.base);
  if (expr.type === 'And') return [...findSearches(expr.left), ...findSearches(expr.right)];
  const text = isSearch(expr) && expr.left.type === 'This' ? searchText(expr) : undefined;
  return text === undefined || matchesAll(text) ? [] : [{ kind: 'text', values: [text] }];
}

/** The Studio asks for `*` where a list is not searched: every document matches. */
function matchesAll(text: string): boolean {
  return text.trim() === '*';
}

function isSearch(node: Node): node is OpCallNode {
  return (
    node.type === 'OpCall' &&
    node.op === 'match' &&
    node.right.type === 'FuncCall' &&
    node.right.namespace === 'text' &&
    node.right.name === 'query'
  );
}

function searchText(node: OpCallNode): string | undefined {
  const arg = node.right.type === 'FuncCall' ? node.right.args[0] : undefined;
  if (arg?.type !== 'Value') return undefined;
  if (arg.value === null) return '';
  return typeof arg.value === 'string' ? arg.value : undefined;
}

/**
 * groq-js has no search engine. A field is matched by prefix patterns; a whole document (`@`) asks
 * the index through a made-up reference, which `dereference` answers with true or false.
 */
function rewriteSearch(node: OpCallNode, searches: string[]): void {
  const text = searchText(node);
  if (text === undefined) {
    throw new QueryError('text::query() takes a constant text or a parameter', 0, 0);
  }
  const others = otherSubjects(node.left);
  if (matchesAll(text)) {
    node.left = { type: 'Value', value: true };
  } else if (others !== undefined) {
    node.left = {
      type: 'Or',
      left: wholeDocumentMatch(searches.push(text) - 1),
      right: { type: 'OpCall', op: 'match', left: others, right: toPattern(text) },
    };
  } else {
    node.right = toPattern(text);
    return;
  }
  node.op = '==';
  node.right = { type: 'Value', value: true };
}

function toPattern(text: string): Node {
  return { type: 'Value', value: toMatchPattern(text) };
}

/** What is searched besides the whole document: `[_id]` of `[@, _id]`; undefined where `@` is not searched. */
function otherSubjects(subject: Node): Node | undefined {
  if (subject.type === 'This') return { type: 'Array', elements: [] };
  if (subject.type !== 'Array') return undefined;
  const elements = subject.elements.filter(({ value }) => value.type !== 'This');
  return elements.length === subject.elements.length ? undefined : { type: 'Array', elements };
}

function wholeDocumentMatch(search: number): Node {
  const reference: Node = {
    type: 'OpCall',
    op: '+',
    left: { type: 'Value', value: `${SEARCH_PREFIX}${search}:` },
    right: { type: 'AccessAttribute', name: '_id' },
  };
  const found: Node = {
    type: 'Deref',
    base: {
      type: 'Object',
      attributes: [{ type: 'ObjectAttributeValue', name: '_ref', value: reference }],
    },
  };
  return { type: 'OpCall', op: '==', left: found, right: { type: 'Value', value: true } };
}

/** Every node of a tree, parents first. The contents of constants are not looked into. */
function nodesOf(tree: Node): Node[] {
  const nodes: Node[] = [];
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      value.forEach(visit);
      return;
    }
    if (!isObject(value)) return;
    if (isNode(value)) nodes.push(value);
    if (value['type'] === 'Value') return;
    for (const item of Object.values(value)) visit(item);
  };
  visit(tree);
  return nodes;
}

// Parts of nodes (array elements, attributes) have types of their own; none is asked for by name here.
function isNode(value: object): value is Node {
  return 'type' in value && typeof value.type === 'string';
}
