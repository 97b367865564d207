import type { Check } from './check.ts';

const MOST_NAMED = 5;
const HIDDEN_OR_EMPHASIS = /[\p{Cf}*`~]/gu;
const LETTER = /[\p{L}\p{N}\p{M}]/u;
/** Written without spaces: there a word may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}]/u;

const RUN = /[\p{L}\p{N}\p{M}]+/gu;

/** Holds a comment with one of the words that the moderators listed. */
export const listedWords: Check = ({ submission, settings }) => {
  const { source, name, website = '' } = submission;
  const text = fold([source, name, website].join('\n'));
  const runs = new Set(text.match(RUN));
  const found = settings.words.filter((word) => hasWord(text, runs, fold(word)));
  if (found.length === 0) return undefined;
  const named = found.slice(0, MOST_NAMED).map((word) => `“${word}”`);
  const more = found.length > MOST_NAMED ? ` and ${found.length - MOST_NAMED} more` : '';
  return { code: 'words', moderator: `On the list of words: ${named.join(', ')}${more}` };
};

function fold(text: string): string {
  return text
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
