import { LineCounter, isMap, isScalar, isSeq, parseDocument } from 'yaml';

import type { Conversion } from './content-file.ts';
import type { Path } from './lines.ts';

/**
 * Reads YAML and remembers the line of every value under `path`.
 *
 * @param firstLine the line of the file on which `text` starts
 * @returns the value, or `undefined` when the syntax is wrong, which is reported
 */
export function parseYaml(
  text: string,
  firstLine: number,
  path: Path,
  { lines, report }: Pick<Conversion, 'lines' | 'report'>,
): unknown {
  const counter = new LineCounter();
  const document = parseDocument(text, { lineCounter: counter });
  const lineAt = (offset: number) => counter.linePos(offset).line + firstLine - 1;
  for (const { message, pos } of document.errors) {
    const [what] = message.split(/ at line \d+/);
    report(lineAt(pos[0]), `This is not valid YAML: ${what}.`);
  }
  if (document.errors.length > 0) return undefined;

  const remember = (node: unknown, at: Path): void => {
    if (isMap(node)) {
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const inside = [...at, String(key.value)];
        if (key.range) lines.set(inside, lineAt(key.range[0]));
        remember(value, inside);
      }
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) {
        const inside = [...at, index];
        if ((isScalar(item) || isMap(item) || isSeq(item)) && item.range) {
          lines.set(inside, lineAt(item.range[0]));
        }
        remember(item, inside);
      }
    }
  };
  remember(document.contents, path);
  const value: unknown = document.toJS();
  return value;
}
