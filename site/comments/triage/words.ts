import type { Check } from './check.ts';
import { squeeze, standsIn, standsRepeated, toSearched, undisguise } from './disguise.ts';
import type { Squeezed, Undisguised } from './disguise.ts';
import { isCommonEnglish } from './english-words.ts';
import { SENTENCES_IN_ONE } from './read-text.ts';

const MOST_NAMED = 5;
const HIDDEN_OR_EMPHASIS = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800*`~]/gu;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces: there a word may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** A shorter word is looked for as it is: almost anything could be its disguise. */
const SHORTEST_DISGUISED = /\p{L}\P{L}*\p{L}\P{L}*\p{L}/u;

/** Of the letters after undisguising: "bet" and "beet" are two words. */
const SHORTEST_DOUBLED = 4;

/** A listed word, made ready to be looked for. */
interface Listed {
  readonly word: string;
  readonly folded: string;
  readonly disguisable:
    | {
        readonly undisguised: Undisguised;
        readonly squeezed: Squeezed;
        /** No ordinary word is likely to be this one with a letter doubled. */
        readonly doubled: boolean;
      }
    | undefined;
}

/** Holds a comment with one of the words that the moderators listed, disguised or not. */
export const listedWords: Check = ({ submission, settings }) => {
  if (settings.words.length === 0) return undefined;
  const { source, name, website = '' } = submission;
  const typed = [source, name, website].join('\n');
  const text = fold(typed);
  const runs = new Set(text.match(RUN));
  const undisguised = toSearched(undisguise(typed));
  const squeezed = toSearched(squeeze(undisguised));
  const found = toListed(settings.words).filter(
    ({ folded, disguisable: word }) =>
      hasWord(text, runs, folded) ||
      (word !== undefined &&
        (standsIn(word.undisguised, undisguised) ||
          standsRepeated(word.squeezed, squeezed, word.doubled))),
  );
  if (found.length === 0) return undefined;
  const named = found.slice(0, MOST_NAMED).map(({ word }) => `“${word}”`);
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  return { code: 'words', moderator: `On the list of words: ${named.join(', ')}${more}` };
};

// The list is the same for many comments, and takes longer to make ready than to look for.
const ready = new WeakMap<readonly string[], readonly Listed[]>();

function toListed(words: readonly string[]): readonly Listed[] {
  const known = ready.get(words);
  if (known !== undefined) return known;
  const listed = words.map((word) => ({
    word,
    folded: fold(word),
    disguisable: SHORTEST_DISGUISED.test(word) ? toDisguisable(word) : undefined,
  }));
  ready.set(words, listed);
  return listed;
}

function toDisguisable(word: string) {
  const undisguised = undisguise(word);
  const doubled = undisguised.letters.length >= SHORTEST_DOUBLED && !isCommonEnglish(word);
  return { undisguised, squeezed: squeeze(undisguised), doubled };
}

function fold(text: string): string {
  return text
    .replaceAll(SENTENCES_IN_ONE, ' ')
    .normalize('NFKC')
    .replaceAll(HIDDEN_OR_EMPHASIS, '')
    .toLowerCase()
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** Whether it stands there as a whole word: not as a part of a longer one. */
function hasWord(text: string, runs: ReadonlySet<string>, word: string): boolean {
  if (word === '') return false;
  // Most are not there at all: that is quickly seen.
  if (!UNSPACED.test(word) && word.match(RUN)?.every((run) => runs.has(run)) === false)
    return false;
  const [first = ''] = word;
  const last = word.at(-1) ?? '';
  const [closedBefore, closedAfter] = [isClosed(first), isClosed(last)];
  for (let at = text.indexOf(word); at !== -1; at = text.indexOf(word, at + 1)) {
    const before = closedBefore && LETTER.test(text.charAt(at - 1));
    const after = closedAfter && LETTER.test(text.charAt(at + word.length));
    if (!before && !after) return true;
  }
  return false;
}

function isClosed(edge: string): boolean {
  return LETTER.test(edge) && !UNSPACED.test(edge);
}
