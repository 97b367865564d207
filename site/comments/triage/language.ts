import type { Check } from './check.ts';
import { isCommonEnglish } from './english-words.ts';
import { countForeign } from './foreign-words.ts';
import { wordSet } from './vocabulary.ts';

/** What stands in nearly every English sentence, and seldom in those of its neighbours. */
const ENGLISH = wordSet(`
  the and of to it its is isnt that thats this these those with without for you your youre yours i im
  ive id ill my mine have havent has hasnt had are arent be been being was wasnt were but from they
  theyre their them there she her his he him we our us what which when where who why how whats would
  wouldnt could couldnt can cant cannot will wont should shouldnt does doesnt did didnt dont doing not
  about after before again also always another any anyone anything because both each every everyone
  few first for good great help if into just know less like little long many more most much must need
  never new now often only other out over own really same see some something still such than thank
  thanks then think though through too try under until up very want well while yet yes at by or on as
  do get got go going make made say says said feel feels felt found find take took work works use used
  day days week weeks month months year years time times since ago today while without ever even
  here please read article page question anybody somebody someone does u pls
  massage lymph lymphatic lymphoedema lymphedema drainage swelling swollen leg legs arm arms skin
  therapist doctor nurse surgery pain treatment compression stocking stockings garment bandage
  bandages cancer hospital breath breathe chest feeling left right high hot red hurt hurts my mum mother
  husband wife
`);

const LETTERS = /(?<!\d)\p{L}[\p{L}\p{M}'’]*/gu;
const NAME = /^\p{Lu}\p{Ll}/u;
/** Capitals that follow each other within a sentence; its first word may have one anyway. */
const FULL_NAME = /(?<=[\p{L}\p{N},:] )\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*)+/gu;
const LATIN = /\p{sc=Latn}/u;
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu;
/** Letters that are spaced out: `c h e s t`. */
const SPELT = /(?<!\p{L})\p{L}(?:[ .]\p{L}){3,}(?!\p{L})/gu;
const CODE = /```[^]*?(?:```|$)|`[^`\n]*`/g;
/** Fewer say little of how English is put together: there any English word counts. */
const FEWEST = 8;
/** Of the words that are no names; in English it is nearer to a half. */
const LEAST_COMMON = 0.2;
/** Fewer words tell nothing at all. */
const FEWEST_OF_ANY = 3;
const LEAST_KNOWN = 0.34;
/** Where so many are English, few of them need be small ones. */
const MOSTLY_KNOWN = 0.6;

/** Holds a comment that the checks of the text cannot have read, since most of it is not English. */
export const otherLanguage: Check = ({ submission }) =>
  isEnglish(submission.source)
    ? undefined
    : {
        code: 'language',
        moderator: 'Not in English: the checks for health words did not read it',
        commenter:
          'It does not seem to be in English. Our checks read English only, so an editor reads it first.',
      };

function isEnglish(source: string): boolean {
  const prose = source
    .replaceAll(HIDDEN, '')
    .replaceAll(CODE, ' ')
    .split(/\s+/)
    .filter((piece) => !/[@/]|www\./.test(piece))
    .join(' ')
    .replaceAll(SPELT, (letters) => letters.replaceAll(/[ .]/g, ''));
  const words = prose.match(LETTERS) ?? [];
  const latin = words.filter(isLatin);
  if (countLetters(latin) * 2 < countLetters(words)) return false;
  if (countForeign(latin, isCommonEnglish) > 0) return false;
  const told = latin.filter((word) => !NAME.test(word));
  if (told.length >= FEWEST)
    return isMostly(isJoint, told, LEAST_COMMON) || isMostly(isCommonEnglish, told, MOSTLY_KNOWN);
  // In German every noun has a capital; a name of two words or more is still no word.
  const shown = (prose.replaceAll(FULL_NAME, ' ').match(LETTERS) ?? []).filter(isLatin);
  return [told, shown].every(
    (some) => some.length < FEWEST_OF_ANY || isMostly(isCommonEnglish, some, LEAST_KNOWN),
  );
}

function isJoint(word: string): boolean {
  return ENGLISH.has(word.toLowerCase().replaceAll(/['’]/g, ''));
}

function isMostly(is: (word: string) => boolean, words: readonly string[], least: number): boolean {
  return words.filter(is).length >= words.length * least;
}

function isLatin(word: string): boolean {
  return LATIN.test(word);
}

function countLetters(words: readonly string[]): number {
  return words.reduce((sum, { length }) => sum + length, 0);
}
