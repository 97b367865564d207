/** One word as it is compared: in small letters, without apostrophes; numbers are words too. */
export interface Word {
  readonly text: string;
  /** Where it stands in the text that was read. */
  readonly start: number;
  readonly end: number;
  /** A comma, a dash or a bracket stands before it. */
  readonly afterBreak: boolean;
}

export interface Sentence {
  readonly words: readonly Word[];
  /** It ends with a question mark. */
  readonly asks: boolean;
}

/** A comment's text, made ready to look for words in. */
export interface TextRead {
  /** The text without emphasis and hidden characters: what the places of words refer to. */
  readonly value: string;
  readonly sentences: readonly Sentence[];
}

/** Two letters that are whole sentences: made plain, a short text of them would be a very long one. */
export const SENTENCES_IN_ONE = /[\uFDFA\uFDFB]/g;
// Compatible forms are one form first, so that ｃｕｒｅ is cure.
const HIDDEN_OR_EMPHASIS = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800*`~]/gu;
const APOSTROPHES = /['’‘´ʼ]/g;
const PIECE =
  /(?<word>\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}'’‘´ʼ]*|[£$€%])|(?<end>[.!?;]+|\n[^\S\n]*\n)|[,:()–—]| - /gu;
const ENDS_A_SENTENCE = /^(?:$|[\s"”)])/;

/** So many letters that stand alone are a word that is spelt out. */
const FEWEST_SPELT = 4;
const ONE_LETTER = /^\p{L}$/u;

/** Joins letters that were spaced out, `c h e s t`, to the word that they spell. */
function joinSpelt(words: readonly Word[]): readonly Word[] {
  const joined: Word[] = [];
  let spelt: Word[] = [];
  const end = (): void => {
    const [first, last] = [spelt[0], spelt.at(-1)];
    if (first !== undefined && last !== undefined && spelt.length >= FEWEST_SPELT) {
      const text = spelt.map((letter) => letter.text).join('');
      joined.push({ ...first, text, end: last.end });
    } else joined.push(...spelt);
    spelt = [];
  };
  for (const word of words) {
    const isLetter = ONE_LETTER.test(word.text);
    if (!isLetter || word.afterBreak) end();
    if (isLetter) spelt.push(word);
    else joined.push(word);
  }
  end();
  return joined;
}

/** Reads typed text as sentences of words. Punctuation and Markdown's emphasis are left out. */
export function readText(typed: string): TextRead {
  const value = typed
    .replaceAll(SENTENCES_IN_ONE, ' ')
    .normalize('NFKC')
    .replaceAll(HIDDEN_OR_EMPHASIS, '');
  const sentences: Sentence[] = [];
  let words: Word[] = [];
  let afterBreak = false;
  const end = (asks: boolean): void => {
    if (words.length > 0) sentences.push({ words: joinSpelt(words), asks });
    words = [];
    afterBreak = false;
  };
  for (const { 0: piece, groups, index } of value.matchAll(PIECE)) {
    const after = index + piece.length;
    if (groups?.['word'] !== undefined) {
      const text = piece.replaceAll(APOSTROPHES, '').toLowerCase();
      words.push({ text, start: index, end: after, afterBreak });
      afterBreak = false;
    } else if (groups?.['end'] === undefined) {
      afterBreak = true;
    } else if (piece.startsWith('\n') || ENDS_A_SENTENCE.test(value.charAt(after))) {
      end(piece.includes('?'));
    }
  }
  end(false);
  return { value, sentences };
}
