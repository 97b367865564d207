/**
 * The parts of a GROQ syntax tree that are looked into or made here. groq-js 2.0.0 ships without the
 * file that declares its nodes, so its own types are all `any`.
 */
export type Node =
  | { type: 'AccessAttribute'; base?: Node; name: string }
  | { type: 'And' | 'Or'; left: Node; right: Node }
  | ArrayNode
  | { type: 'Deref'; base: Node }
  | FilterNode
  | FuncCallNode
  | { type: 'AccessElement' | 'ArrayCoerce' | 'Group' | 'Not' | 'Slice'; base: Node }
  | { type: 'FlatMap' | 'Map' | 'Projection'; base: Node; expr: Node }
  | { type: 'PipeFuncCall'; base: Node; name: string; args: Node[] }
  | { type: 'Object'; attributes: { type: 'ObjectAttributeValue'; name: string; value: Node }[] }
  | OpCallNode
  | { type: 'Parameter'; name: string }
  | ValueNode
  | { type: OtherType };

export interface ArrayNode {
  type: 'Array';
  elements: { value: Node; isSplat: boolean }[];
}

export interface FilterNode {
  type: 'Filter';
  base: Node;
  expr: Node;
}

export interface FuncCallNode {
  type: 'FuncCall';
  namespace: string;
  name: string;
  args: Node[];
}

export interface OpCallNode {
  type: 'OpCall';
  op: string;
  left: Node;
  right: Node;
}

export interface ValueNode {
  type: 'Value';
  value: unknown;
}

type OtherType = 'Everything' | 'InRange' | 'Parent' | 'Select' | 'This';
