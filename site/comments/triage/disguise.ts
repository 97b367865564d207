import { SENTENCES_IN_ONE } from './read-text.ts';

/**
 * A text without its disguises: small plain letters, run together.
 *
 * `V1-agrа now` gives `viagranow`: an accent, a digit or a letter of another alphabet counts as the
 * letter that it looks like, `l` and `1` as `i`.
 */
export interface Undisguised {
  readonly letters: string;
  /** What stood before each letter, and after the last: nothing, a mark as in `v.i.a`, or a space. */
  readonly before: Uint8Array;
  /** Which two letters stand beside each other somewhere. */
  readonly pairs: Uint8Array;
}

const NOTHING = 0;
const MARK = 1;
const SPACE = 2;

const ACCENT_OR_HIDDEN = /[\p{M}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const RUN = /[\p{L}\p{N}@$!|]+/gu;
const MARKS = '@$!|';
const LETTER = /\p{L}/u;
const PIECE = /[\p{L}\p{N}]+/gu;

/** Each letter, and what is taken for it: digits, other alphabets, and letters that only look alike. */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  [
    ['a', '4@аαɑ'],
    ['b', '8вβьъ'],
    ['c', 'сϲ'],
    ['d', 'đԁ'],
    ['e', '3еεєɛ'],
    ['f', 'ƒ'],
    ['g', '9ɡ'],
    ['h', 'һнհ'],
    ['i', '1!|lіιıӏɩłї'],
    ['j', 'јϳ'],
    ['k', 'кκ'],
    ['m', 'м'],
    ['n', 'пηո'],
    ['o', '0оοøօσ'],
    ['p', 'рρ'],
    ['q', 'ԛ'],
    ['r', 'г'],
    ['s', '5$ѕ'],
    ['t', '7тτ'],
    ['u', 'υսц'],
    ['v', 'νѵ'],
    ['w', 'ωԝш'],
    ['x', 'хχ'],
    ['y', 'уγү'],
    ['z', '2'],
  ].flatMap(([letter = '', others = '']) =>
    Array.from(others, (other) => [other, letter] as const),
  ),
);

const OTHERS = new RegExp(`[${[...LOOKS_LIKE.keys()].join('')}]`, 'gu');

export function undisguise(text: string): Undisguised {
  const plain = text
    .replaceAll(SENTENCES_IN_ONE, ' ')
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(ACCENT_OR_HIDDEN, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(RUN, toLetters);
  const pieces: string[] = [];
  const before = new Uint8Array(plain.length + 1);
  let [size, end] = [0, 0];
  for (const { 0: piece, index } of plain.matchAll(PIECE)) {
    before[size] = size === 0 || plain.slice(end, index).includes(' ') ? SPACE : MARK;
    pieces.push(piece);
    size += piece.length;
    end = index + piece.length;
  }
  before[size] = SPACE;
  const letters = pieces.join('');
  return { letters, before, pairs: pairsOf(letters) };
}

/** A number is no word: only alone, or among letters, do digits stand for some; marks only before others. */
function toLetters(run: string): string {
  if (run.length === 1) return toLetter(run);
  if (!LETTER.test(run)) return run;
  let end = run.length;
  while (MARKS.includes(run.charAt(end - 1))) end -= 1;
  return run.slice(0, end).replaceAll(OTHERS, toLetter) + run.slice(end);
}

function toLetter(other: string): string {
  return LOOKS_LIKE.get(other) ?? other;
}

function pairsOf(letters: string): Uint8Array {
  const pairs = new Uint8Array(0x1_00_00);
  for (let at = 1; at < letters.length; at += 1) pairs[pairAt(letters, at)] = 1;
  return pairs;
}

/** The place of a pair: now and then two share one, which only costs a longer look. */
function pairAt(letters: string, at: number): number {
  return ((letters.charCodeAt(at - 1) << 8) ^ letters.charCodeAt(at)) & 0xff_ff;
}

/** Whether the word, or each word of the phrase, stands there whole: "sex" does not in "Essex". */
export function standsIn(word: Undisguised, text: Undisguised): boolean {
  const { letters } = word;
  for (let at = 1; at < letters.length; at += 1) {
    if (text.pairs[pairAt(letters, at)] === 0) return false;
  }
  for (
    let at = text.letters.indexOf(letters);
    at !== -1;
    at = text.letters.indexOf(letters, at + 1)
  ) {
    if (standsAt(at, word, text)) return true;
  }
  return false;
}

function standsAt(at: number, word: Undisguised, { before }: Undisguised): boolean {
  const size = word.letters.length;
  if (before[at] === NOTHING || before[at + size] === NOTHING) return false;
  for (let index = 1; index < size; index += 1) {
    const found = before[at + index];
    if (word.before[index] === SPACE) {
      if (found === NOTHING) return false;
    } else if (found === SPACE) {
      // Spaces within a word count where it is spelt out letter by letter.
      const isSpelt = before[at + index - 1] !== NOTHING && before[at + index + 1] !== NOTHING;
      if (!isSpelt) return false;
    }
  }
  return true;
}
