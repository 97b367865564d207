import type { Link, PhrasingContent, Root, RootContent, Text } from 'mdast';

const ADDRESS = /\bhttps?:\/\/[^\s<>"'`]+/gi;
/** What ends a sentence, not an address. */
const AFTER = /[.,:;!?)\]}*_~]+$/;

/** Makes links of addresses that stand in the text as they are; what is in code or a link stays. */
export function linkBareAddresses(tree: Root): Root {
  linkIn(tree.children);
  return tree;
}

function linkIn(nodes: (RootContent | PhrasingContent)[]): void {
  for (let index = nodes.length - 1; index >= 0; index -= 1) {
    const node = nodes[index];
    if (node?.type === 'text') nodes.splice(index, 1, ...split(node));
    else if (node !== undefined && 'children' in node && node.type !== 'link') {
      linkIn(node.children);
    }
  }
}

function split({ value }: Text): (Text | Link)[] {
  const parts: (Text | Link)[] = [];
  let from = 0;
  for (const match of value.matchAll(ADDRESS)) {
    const url = trim(match[0]);
    if (url.length <= 'https://'.length) continue;
    parts.push({ type: 'text', value: value.slice(from, match.index) });
    parts.push({ type: 'link', url, children: [{ type: 'text', value: url }] });
    from = match.index + url.length;
  }
  parts.push({ type: 'text', value: value.slice(from) });
  return parts.filter((part) => part.type === 'link' || part.value !== '');
}

/** Without the stops behind it; a bracket stays where the address opens it: `…/Lymph_(fluid)`. */
function trim(address: string): string {
  const end = AFTER.exec(address)?.index ?? address.length;
  const kept = address.slice(0, end);
  return address[end] === ')' && kept.includes('(') && !kept.includes(')') ? `${kept})` : kept;
}
