import type { Sentence, TextRead } from './read-text.ts';
import { FILLERS, NUMBERS, WORD_CLASSES } from './vocabulary.ts';

/**
 * Phrases written as words with spaces between.
 *
 * `a|b` either word, `{illness}` one of a class of words, `#` a number, `a?` may be missing,
 * `..3` up to three words of any kind, `~3` up to three of those that stand before an illness, such
 * as "a", "mild" or "breast". A phrase begins with a word, a class or a number.
 */
export interface Phrases {
  readonly all: readonly Phrase[];
  readonly byFirstWord: ReadonlyMap<string, readonly Phrase[]>;
  readonly byNumber: readonly Phrase[];
}

type Phrase = readonly Slot[];

type Slot =
  | { readonly kind: 'word'; readonly words: ReadonlySet<string>; readonly optional: boolean }
  | { readonly kind: 'gap'; readonly most: number; readonly fillers: boolean };

/** Where a phrase stands: words `from` up to but not `to` of a sentence. */
export interface Found {
  readonly sentence: Sentence;
  readonly from: number;
  readonly to: number;
}

const NUMBER = '#';

/** @throws Error when a phrase is not well formed */
export function definePhrases(patterns: readonly string[]): Phrases {
  const phrases = patterns.map((pattern) => {
    const phrase = pattern.split(' ').map(toSlot);
    if (firstWords(phrase) !== undefined) return phrase;
    throw new Error(`The phrase “${pattern}” must begin with a word that is not optional.`);
  });
  return toPhrases(phrases);
}

/** Those phrases that can stand in a text of these words: mostly few, and soon found out. */
export function phrasesWithin(
  { all, byFirstWord, byNumber }: Phrases,
  words: ReadonlySet<string>,
): Phrases {
  const begun = new Set(byNumber);
  for (const word of words) for (const phrase of byFirstWord.get(word) ?? []) begun.add(phrase);
  if (begun.size === 0) return NONE;
  return toPhrases(
    all.filter((phrase) => begun.has(phrase) && phrase.every((slot) => canStand(slot, words))),
  );
}

const NONE: Phrases = { all: [], byFirstWord: new Map(), byNumber: [] };

function canStand(slot: Slot, words: ReadonlySet<string>): boolean {
  if (slot.kind === 'gap' || slot.optional || slot.words.has(NUMBER)) return true;
  for (const word of slot.words) if (words.has(word)) return true;
  return false;
}

function toPhrases(all: readonly Phrase[]): Phrases {
  const byFirstWord = new Map<string, Phrase[]>();
  for (const phrase of all) {
    for (const word of firstWords(phrase) ?? []) {
      byFirstWord.set(word, [...(byFirstWord.get(word) ?? []), phrase]);
    }
  }
  return { all, byFirstWord, byNumber: byFirstWord.get(NUMBER) ?? [] };
}

function firstWords([first]: Phrase): ReadonlySet<string> | undefined {
  return first?.kind === 'word' && !first.optional ? first.words : undefined;
}

function toSlot(part: string): Slot {
  const [, kind, most] = /^(\.\.|~)(\d)$/.exec(part) ?? [];
  if (most !== undefined) return { kind: 'gap', most: Number(most), fillers: kind === '~' };
  const optional = part.endsWith('?');
  const alternatives = (optional ? part.slice(0, -1) : part).split('|');
  const words = alternatives.flatMap((alternative) => {
    const [, name] = /^\{(\w+)\}$/.exec(alternative) ?? [];
    if (name === undefined) return [alternative];
    const members = WORD_CLASSES.get(name);
    if (members === undefined) throw new Error(`There is no class of words called “${name}”.`);
    return [...members];
  });
  return { kind: 'word', words: new Set(words), optional };
}

/** Every place where one of the phrases stands, sentence by sentence. */
export function* findPhrases({ sentences }: TextRead, phrases: Phrases): Generator<Found> {
  for (const sentence of sentences) yield* findIn(sentence, phrases);
}

export function* findIn(sentence: Sentence, phrases: Phrases): Generator<Found> {
  for (const [from, { text }] of sentence.words.entries()) {
    const byWord = phrases.byFirstWord.get(text);
    if (byWord !== undefined) yield* findAt(sentence, from, byWord);
    if (phrases.byNumber.length > 0 && isNumber(text))
      yield* findAt(sentence, from, phrases.byNumber);
  }
}

function* findAt(
  sentence: Sentence,
  from: number,
  candidates: readonly Phrase[],
): Generator<Found> {
  for (const phrase of candidates) {
    const to = matchTo(sentence, from, phrase, 0);
    if (to !== undefined) yield { sentence, from, to };
  }
}

/** Where the phrase from its slot `index` on ends, if it stands at the word `at`. */
function matchTo(
  sentence: Sentence,
  at: number,
  phrase: Phrase,
  index: number,
): number | undefined {
  const slot = phrase[index];
  if (slot === undefined) return at;
  const word = sentence.words[at]?.text;
  if (slot.kind === 'word') {
    if (word !== undefined && fits(slot.words, word)) {
      const to = matchTo(sentence, at + 1, phrase, index + 1);
      if (to !== undefined) return to;
    }
    return slot.optional ? matchTo(sentence, at, phrase, index + 1) : undefined;
  }
  for (let skipped = 0; skipped <= slot.most; skipped += 1) {
    const to = matchTo(sentence, at + skipped, phrase, index + 1);
    if (to !== undefined) return to;
    const next = sentence.words[at + skipped]?.text;
    if (next === undefined || (slot.fillers && !isFiller(next))) return undefined;
  }
  return undefined;
}

function fits(words: ReadonlySet<string>, word: string): boolean {
  return words.has(word) || (words.has(NUMBER) && isNumber(word));
}

function isFiller(word: string): boolean {
  return FILLERS.has(word) || isNumber(word);
}

function isNumber(word: string): boolean {
  return NUMBERS.has(word) || (word >= '0' && word < ':');
}

const MOST_QUOTED = 60;

/** The words that were found as they were typed, on one line, in quotation marks. */
export function quote({ value }: TextRead, { sentence, from, to }: Found): string {
  const start = sentence.words[from]?.start ?? 0;
  const end = sentence.words[to - 1]?.end ?? start;
  const words = value.slice(start, end).replaceAll(/\s+/g, ' ').toWellFormed();
  return `“${words.length > MOST_QUOTED ? `${words.slice(0, MOST_QUOTED)}…` : words}”`;
}
