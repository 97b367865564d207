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
}

/** The same with each letter once where it is repeated, and how often it stood there: `viaagra` is `viagra`. */
export interface Squeezed extends Undisguised {
  readonly times: Uint16Array;
}

/** Made ready to be searched. */
export type Searched<T extends Undisguised> = T & {
  /** Which two letters stand beside each other somewhere. */
  readonly pairs: Uint8Array;
};

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
  return { letters: pieces.join(''), before };
}

export function toSearched<T extends Undisguised>(text: T): Searched<T> {
  return { ...text, pairs: pairsOf(text.letters) };
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
export function standsIn(
  word: Undisguised,
  text: Searched<Undisguised>,
  counts: (at: number) => boolean = () => true,
): boolean {
  const { letters } = word;
  for (let at = 1; at < letters.length; at += 1) {
    if (text.pairs[pairAt(letters, at)] === 0) return false;
  }
  for (
    let at = text.letters.indexOf(letters);
    at !== -1;
    at = text.letters.indexOf(letters, at + 1)
  ) {
    if (standsAt(at, word, text) && counts(at)) return true;
  }
  return false;
}

/** Letters count as repeated also where a mark stands between them, as in `via-agra`. */
export function squeeze({ letters, before }: Undisguised): Squeezed {
  const once: string[] = [];
  const times = new Uint16Array(letters.length);
  const beforeOnce = new Uint8Array(letters.length + 1);
  for (let at = 0; at < letters.length; at += 1) {
    const letter = letters.charAt(at);
    if (before[at] === SPACE || letter !== once.at(-1)) {
      beforeOnce[once.length] = before[at] ?? SPACE;
      once.push(letter);
    }
    times[once.length - 1] = (times[once.length - 1] ?? 0) + 1;
  }
  beforeOnce[once.length] = SPACE;
  return { letters: once.join(''), before: beforeOnce, times };
}

/**
 * Whether the word stands there with letters repeated. Words may differ in one letter that is doubled, as
 * "later" and "latter" do: that counts only where asked for; three of a letter always do.
 */
export function standsRepeated(
  word: Squeezed,
  text: Searched<Squeezed>,
  doubled: boolean,
): boolean {
  return standsIn(word, text, (at) => {
    let most = 0;
    for (let index = 0; index < word.letters.length; index += 1) {
      const [own = 0, found = 0] = [word.times[index], text.times[at + index]];
      if (found < own) return false;
      if (found > own) most = Math.max(most, found);
    }
    return most > 2 || (doubled && most > 0);
  });
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
