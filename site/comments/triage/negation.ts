import type { Found } from './phrases.ts';
import type { Sentence } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

const NEGATORS = wordSet(`
  no not never nothing nobody none neither nor without cannot dont doesnt didnt wont wouldnt
  cant couldnt shouldnt isnt arent wasnt werent hasnt havent hadnt mustnt unlikely hardly
`);

/** After one of these, a negator says yes: "I cannot believe it", "not only", "no doubt". */
const UNDOERS = wordSet(`
  believe only just doubt question wonder kidding joking wait hesitate worry recommend thank
  imagine longer
`);

/** Where the reach of a negator ends. */
const TURNS = wordSet('but and because so yet though then');

/**
 * Whether what was found is denied: one of the words shortly before it, in the same part, says no.
 *
 * @param undoers more words after which a no says nothing about what was found
 */
export function isNegated(
  { sentence, from }: Found,
  reach = 7,
  undoers: ReadonlySet<string> = UNDOERS,
): boolean {
  const { words } = sentence;
  for (let at = from - 1; at >= Math.max(0, from - reach); at -= 1) {
    if (endsPart(words, at)) return false;
    const next = words[at + 1]?.text ?? '';
    if (NEGATORS.has(words[at]?.text ?? '')) return !UNDOERS.has(next) && !undoers.has(next);
  }
  return false;
}

/** Whether a part of the sentence ends at this word: it turns, or a comma follows. */
export function endsPart(words: Sentence['words'], at: number): boolean {
  return words[at + 1]?.afterBreak === true || TURNS.has(words[at]?.text ?? '');
}

/** Whether one of these words stands among the `reach` words before what was found. */
export function isAfter({ sentence, from }: Found, words: ReadonlySet<string>, reach: number) {
  return sentence.words.slice(Math.max(0, from - reach), from).some(({ text }) => words.has(text));
}

/** What stands before good advice: "ask before you stop taking them". */
const WARNINGS = wordSet('before unless without');
/** Phrases that begin so say no themselves: another no before them is not looked for. */
const REFUSALS = wordSet('dont not never no nobody shouldnt neednt wont');

/** Whether what was found, about leaving out care, is said to be left alone. */
export function isWarning(found: Found): boolean {
  const first = found.sentence.words[found.from]?.text ?? '';
  return isAfter(found, WARNINGS, 3) || (!REFUSALS.has(first) && isNegated(found));
}

const OPENERS = wordSet(`
  does do can could is are will would has have should how what which who where when whether
`);
const GREETINGS = wordSet('hi hello so and but ok please');
const YES = wordSet('yes yeah absolutely definitely sure');

/** Whether the sentence asks to be told, rather than to persuade: "Did you know …?" does not. */
export function isQuestion({ words, asks }: Sentence, next: Sentence | undefined): boolean {
  const opener = words.find(({ text }) => !GREETINGS.has(text))?.text ?? '';
  return asks && OPENERS.has(opener) && !YES.has(next?.words[0]?.text ?? '');
}

const DISBELIEF = wordSet('myth myths nonsense untrue bogus debunked quackery');

/** Whether the sentence tells that what it says is not so. */
export function isDisbelief({ words }: Sentence): boolean {
  return words.some(({ text }) => DISBELIEF.has(text));
}
