/** Where a value stands in a document: `['citations', 0, 'source']`. */
export type Path = readonly (string | number)[];

/** `citations[0].source`, as people write it. */
export function toPathText(path: Path): string {
  return path
    .map((part, index) =>
      typeof part === 'number' ? `[${part}]` : index === 0 ? part : `.${part}`,
    )
    .join('');
}

/** Remembers on which line of its file each value of a document was written. */
export class Lines {
  readonly #lines = new Map<string, number>();

  set(path: Path, line: number): void {
    this.#lines.set(JSON.stringify(path), line);
  }

  /** The line of the value, or of the nearest value before it in its list, or around it. */
  at(path: Path): number {
    for (let length = path.length; length > 0; length -= 1) {
      const around = path.slice(0, length - 1);
      const last = path[length - 1] ?? 0;
      const candidates = typeof last === 'number' ? countDown(last) : [last];
      for (const candidate of candidates) {
        const line = this.#lines.get(JSON.stringify([...around, candidate]));
        if (line !== undefined) return line;
      }
    }
    return 1;
  }
}

function countDown(from: number): number[] {
  return Array.from({ length: from + 1 }, (_, index) => from - index);
}
