/** A piece of an excerpt. */
export interface Piece {
  readonly text: string;
  /** Whether it is what was looked for. */
  readonly marked: boolean;
}

/**
 * Takes Pagefind's excerpt apart, so that it is shown as text and never as HTML.
 *
 * `"a &lt; <mark>b</mark>"` is `a < ` and, marked, `b`.
 */
export function parseExcerpt(excerpt: string): readonly Piece[] {
  return excerpt
    .split(/(<mark>.*?<\/mark>)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({
      text: piece
        .replaceAll(/<\/?mark>/gu, '')
        .replaceAll('&lt;', '<')
        .replaceAll('&gt;', '>'),
      marked: piece.startsWith('<mark>'),
    }));
}
