import type { Check } from './check.ts';
import { standsIn, undisguise } from './disguise.ts';
import type { Undisguised } from './disguise.ts';
import { SENTENCES_IN_ONE } from './read-text.ts';

const MOST_NAMED = 5;
const HIDDEN_OR_EMPHASIS = /[\p{Cf}\p{Default_Ignorable_Code_Point}\u2800*`~]/gu;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces: there a word may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;
/** A shorter word is looked for as it is: almost anything could be its disguise. */
const SHORTEST_DISGUISED = /\p{L}\P{L}*\p{L}\P{L}*\p{L}/u;

/** A listed word, made ready to be looked for. */
interface Listed {
  readonly word: string;
  readonly folded: string;
  readonly undisguised: Undisguised | undefined;
}

/** Holds a comment with one of the words that the moderators listed, disguised or not. */
export const listedWords: Check = ({ submission, settings }) => {
  const { source, name, website = '' } = submission;
  const typed = [source, name, website].join('\n');
  const text = fold(typed);
  const runs = new Set(text.match(RUN));
  const undisguised = undisguise(typed);
  const found = toListed(settings.words).filter(
    (listed) =>
      hasWord(text, runs, listed.folded) ||
      (listed.undisguised !== undefined && standsIn(listed.undisguised, undisguised)),
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
    undisguised: SHORTEST_DISGUISED.test(word) ? undisguise(word) : undefined,
  }));
  ready.set(words, listed);
  return listed;
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
