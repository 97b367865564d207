import type { Check } from './check.ts';
import { findContacts } from './contacts.ts';
import { isNegated } from './negation.ts';
import { definePhrases, findIn, findPhrases } from './phrases.ts';
import type { Found, Phrases } from './phrases.ts';
import type { TextRead } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

const SOMEBODY = 'i|he|she|they|we|me|him|her|{relative}';
const IS = 'im|ive|hes|shes|theyve|weve';

/** What somebody is said to be, and to have. */
const SUFFERER =
  'alcoholic|addict|junkie|incontinent|impotent|infertile|diabetic|epileptic|bipolar|schizophrenic|psychotic|anorexic|bulimic|autistic|senile|demented|suicidal|hiv|terminally';
const AILMENT = 'alcoholism|addiction|incontinence|impotence';
const HABIT = 'drink|drinking|drug|drugs|alcohol|mental problem|problems|habit|addiction|illness';
const TITLE = 'mr|mrs|ms|miss|mx|sir';

const DIAGNOSES = definePhrases([
  `${SOMEBODY} was|am|were|is|got|been|being|have|had|has ..2 diagnosed`,
  `${IS} been|just|newly|recently ..1 diagnosed`,
  'diagnosed me|him|us|my',
  'my|his|her|their diagnosis|prognosis',
  'lump|tumour|tumor|growth in my|her|his',
  'tested positive for',
  'my {relatives} diagnosis|prognosis',
]);

const ILLNESSES = definePhrases([
  'i|ive|we have|had|got|developed|live|suffer|contracted ~6 {illness}',
  'i|ive|im suffered|suffering|living|lived ~6 {illness}',
  'ive|im ~6 {illness}',
  `he|she|they|hes|shes|{relative} has|had|have|got|developed|suffers|suffered|lives ~6 {illness}`,
  `{relative} ..3 has|had|have ~6 {illness}|${AILMENT}`,
  `he|she|{relative} ..3 has|had ~2 ${HABIT}`,
  `he|she|hes|shes is|was? ~4 ${SUFFERER}`,
  `{relative} ..3 is|was|became ~4 ${SUFFERER}`,
  'he|she|hes|shes|{relative} ..3 mentally ill',
  'wet|wets|soil|soils|soiled himself|herself|themselves',
  'wets|soils his|her|the bed|pants|trousers|underwear',
  `${TITLE} ..2 ${AILMENT}`,
  `${TITLE} ..3 a|an|the alcoholic|addict|junkie`,
  'my {relatives} ~6 {illness}',
  'my|his|her|their ~4 {serious}',
  'died|dying ..1 of|from|with ~5 {illness}',
  'im|i am? ~3 diabetic|epileptic|bipolar|anorexic|hiv|terminal|incurable|infertile',
  'im|i am? ..3 in remission',
  'im|i am? ..1 a ~4 survivor',
]);

const TREATMENTS = definePhrases([
  'my|his|her ~3 {procedure}',
  'my {relatives} ~3 {procedure}',
  `${SOMEBODY} had|have|has|having|finished|started|needed|underwent|undergoing ~4 {procedure}`,
  `${SOMEBODY}|${IS} had|have|has ..3 nodes ..1 removed`,
  `${IS} had|having|finished|started|undergoing ~4 {procedure}`,
  `${SOMEBODY} take|takes|took|am|is|was|been taking|on ~3 {medicine}`,
  `${SOMEBODY} take|takes|took ~3 {medicine}`,
  '{relative} ..3 takes|took ~3 {medicine}',
  `${IS} taking|on|taken|prescribed ~3 {medicine}`,
  'my scan|mri|ct|biopsy|blood result|results',
]);

const KINDS: readonly (readonly [kind: string, phrases: Phrases])[] = [
  ['a diagnosis', DIAGNOSES],
  ['an illness', ILLNESSES],
  ['a treatment', TREATMENTS],
];

const OWN = wordSet('i ive');
const SUBJECT = wordSet('lymphoedema lymphedema lipoedema lipedema');
const HOW_LONG = definePhrases([
  'for over|about|around|nearly|almost|more|some|many|several? than? #? years|months|weeks|decades now?',
  'since #',
  'all my life',
]);
const MOST_HOW_LONG = 6;

// A name, as far as one can tell: words with capitals, before an illness.
const NAMED = definePhrases([
  `has|had|suffers|developed|got|died ..1 ~6 {illness}|${AILMENT}`,
  `has|had ~2 ${HABIT}`,
  `is|was|became ~4 ${SUFFERER}`,
  'is|was ~4 mentally ill',
  'takes|took ~3 {medicine}',
  'has|had|needed|underwent ~4 {procedure}',
  'was ..1 diagnosed',
]);
const NOT_NAMES = wordSet(`
  i he she it they we you this that who which what one everyone everybody anyone anybody
  someone somebody nobody some others many most all both each half few several neither none
  mine patient patients people women men mld massage there nhs how when why where
`);

/**
 * Holds a comment that tells of somebody's health, or of how to reach or find somebody.
 *
 * What was found is not repeated: an editor may have to remove it.
 */
export const personalDetails: Check = ({ text }) => {
  const kinds = [
    ...KINDS.filter(([, phrases]) => isThere(text, phrases)).map(([kind]) => kind),
    ...(namesAPatient(text) ? ['a named person’s illness'] : []),
    ...findContacts(text.value),
  ];
  if (kinds.length === 0) return undefined;
  return {
    code: 'personal',
    moderator: `Personal details: ${kinds.join(', ')}`,
    commenter:
      'It tells of somebody’s health, or of how to reach somebody. An editor makes sure that nobody shares more than they meant to.',
  };
};

function isThere(text: TextRead, phrases: Phrases): boolean {
  for (const found of findPhrases(text, phrases))
    if (!isNegated(found) && !isOnlyHowLong(found)) return true;
  return false;
}

/** "I have had lymphoedema for 12 years": here most could say so, and nothing else is told. */
function isOnlyHowLong({ sentence, from, to }: Found): boolean {
  const { words } = sentence;
  if (from > 0 || !OWN.has(words[0]?.text ?? '') || !SUBJECT.has(words[to - 1]?.text ?? ''))
    return false;
  const rest = { ...sentence, words: words.slice(to, to + MOST_HOW_LONG) };
  for (const found of findIn(rest, HOW_LONG))
    if (found.from === 0 && to + found.to === words.length) return true;
  return false;
}

function namesAPatient(text: TextRead): boolean {
  for (const { sentence, from } of findPhrases(text, NAMED)) {
    const word = sentence.words[from - 1];
    if (word === undefined || NOT_NAMES.has(word.text)) continue;
    if (/^\p{Lu}\p{Ll}/u.test(text.value.slice(word.start, word.end))) return true;
  }
  return false;
}
