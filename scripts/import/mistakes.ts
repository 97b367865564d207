/** Something wrong in a content file. `message` says what it is and how to mend it. */
export interface Mistake {
  file: string;
  line: number;
  message: string;
}

/** Thrown when content files cannot be imported. Its message lists every mistake as `file:line`. */
export class ContentError extends Error {
  override readonly name = 'ContentError';
  readonly mistakes: readonly Mistake[];

  constructor(mistakes: readonly Mistake[]) {
    const sorted = mistakes.toSorted(
      (a, b) => a.file.localeCompare(b.file) || a.line - b.line || 0,
    );
    const count = sorted.length === 1 ? '1 mistake' : `${sorted.length} mistakes`;
    super(
      [
        `Nothing was imported: there ${sorted.length === 1 ? 'is' : 'are'} ${count} in the content files.`,
        ...sorted.map(({ file, line, message }) => `${file}:${line}: ${message}`),
      ].join('\n'),
    );
    this.mistakes = sorted;
  }
}
