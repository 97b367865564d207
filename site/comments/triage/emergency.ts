import type { Check } from './check.ts';
import { isAfter, isNegated } from './negation.ts';
import { definePhrases, findIn, findPhrases, quote } from './phrases.ts';
import type { Found, Phrases } from './phrases.ts';
import type { Sentence, TextRead } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

const DESPAIR = definePhrases([
  'want|wants|wanted|wanting|wish|going|ready to die',
  'want|wish to? i? be|were|was dead',
  'kill|killing|harm|harming|hang|hanging myself|himself|herself|themselves',
  'want|wants|going to hurt|cut myself|himself|herself|themselves',
  'self harm|harming',
  'end|ending|take|taking|took my|his|her|their own? life',
  'end|ending it all',
  'suicide|suicidal',
  'better off dead|without me',
  'no|the|any|see reason|point to|in|of live|living|life|go|going|carrying',
  'dont|cant|not see ..1 point|reason ..1 living|life|going',
  'want it all? to? end|over',
  'if i was|were dead',
  'dont|not want to ..1 live|wake|exist',
  'dont|not want to be here any|anymore',
  'cant|cannot go on any|anymore|like|living',
  'overdose|overdosed|overdosing',
  'took|taken|swallowed all|too|whole my|the|many|packet|box ..2 {medicine}',
]);

const NOW = definePhrases([
  'chest ..2 pain|pains|hurts|hurting|tight|tightness|pressure|heavy|heaviness|aches|aching|crushing',
  'pain|pains|pressure|tightness|ache|heaviness ..3 chest',
  'tight|crushing|stabbing ..1 chest',
  'heart|cardiac attack|arrest',
  'cant|cannot|couldnt|hardly|barely|unable|struggling|struggles|struggle|fighting to? breathe|breath',
  'can not|hardly|barely breathe',
  'cant|cannot catch|get ..2 breath|air',
  'trouble|difficulty|problems breathing',
  'hard|harder|difficult|struggling to breathe',
  'gasping|struggling|fighting for ..1 breath|air',
  'stopped|not breathing',
  'cough|coughing|coughed|coughs|spit|spitting|vomit|vomiting|bringing|throwing up? blood',
  'blood ..3 cough|coughing|coughed',
  'face|mouth ..2 drooping|droops|drooped|droopy',
  'throat ..2 closing|swelling|swollen',
  'having a stroke|seizure|fit',
  'lost|losing consciousness',
  'unconscious|unresponsive',
]);

const LEG = definePhrases([
  'swollen|swelling|painful|sore|throbbing|hot|red ..3 {limb}',
  '{limb} ..4 swollen|swelled|swelling|hurts|hurting|painful|sore|throbbing|pain|hot|red|ballooned|puffy|huge',
  'pain|pains|ache ..4 {limb}',
  'clot|dvt',
]);

const BREATH = definePhrases([
  'breathless|breathlessness|wheezing|winded',
  'short|shortness|out of breath',
  'breathing ..1 fast|faster|rapidly|heavily',
  'fast|rapid|quick breathing',
]);

const SKIN = definePhrases([
  'hot|red|burning|spreading|inflamed|angry ..4 skin|leg|legs|arm|arms|foot|breast|patch|rash|lines',
  'skin|leg|legs|arm|arms|foot|breast|rash ..5 hot|red|spreading|burning|inflamed',
  'redness|rash|red|infection ..3 spreading|spreads|spread|growing',
  'spreading redness|rash|infection',
  'cellulitis|erysipelas',
]);

const UNWELL = definePhrases([
  'fever|feverish|shivering|shivers|shivery|rigors|chills|confused|confusion|delirious|delirium',
  'faint|fainting|fainted|clammy|collapsed|drowsy|shaking|sweating',
  'heart|pulse ..2 racing|pounding|fast',
  'racing|pounding heart|pulse',
  'high temperature',
  'temperature ..3 38|39|40|41|100|101|102|103|104',
  'breathing ..1 fast|faster|rapidly',
]);

const PEOPLE = wordSet(`
  i im ive id me my mine we our he hes his him she shes her mum mom dad husband wife baby
`);
const HAVE = wordSet('my ive im having getting got feel feeling his hes shes');
const I_HAVE = wordSet('i have');
/** Words of somebody who writes about the subject, or about this page. */
const TALK = wordSet(`
  article page paragraph section card warning warnings mention mentions mentioned mentioning
  list listed lists advice guidance leaflet anyone people patients readers signs sign everyone
  reminder
`);
const IFS = wordSet('if whenever case unless');
const UNSURE = wordSet('know sure wonder wondering tell unsure');
const LONG_AGO = definePhrases([
  'years|months|weeks ago',
  'last year|month|summer|winter|spring|autumn|christmas',
  'used to',
  'in 19|20',
  'back then',
  'since recovered',
]);
const YEAR = /^(?:19|20)\d\d$/;
const SHORT_COMMENT = 12;
/** How near a no must stand to count. */
const NEAR = 3;

/** Holds a comment that reads as if somebody needed help now. When in doubt, it does. */
export const emergency: Check = ({ text }) => {
  const found =
    findDespair(text) ??
    findNow(text, NOW) ??
    findPair(text, LEG, BREATH) ??
    findPair(text, SKIN, UNWELL);
  if (found === undefined) return undefined;
  return {
    code: 'emergency',
    moderator: `May be an emergency: ${quote(text, found)}`,
    commenter:
      'It reads as if somebody might need help now. Nobody watches the comments around the clock: please do what the card says.',
    emergency: true,
  };
};

const SAYS_NO = wordSet('dont not no cant cannot');

function findDespair(text: TextRead): Found | undefined {
  for (const found of findPhrases(text, DESPAIR)) {
    const first = found.sentence.words[found.from]?.text ?? '';
    if (SAYS_NO.has(first) || !isNegated(found, NEAR)) return found;
  }
  return undefined;
}

/** Both somewhere in the text, now, and about somebody. */
function findPair(text: TextRead, one: Phrases, other: Phrases): Found | undefined {
  return findNow(text, other) === undefined ? undefined : findNow(text, one);
}

function findNow(text: TextRead, phrases: Phrases): Found | undefined {
  const isShort = countWords(text) <= SHORT_COMMENT;
  for (const sentence of text.sentences) {
    let about: About | undefined;
    for (const found of findIn(sentence, phrases)) {
      if (isNegated(found, NEAR) || isSupposed(found)) continue;
      about ??= whatItIsAbout(sentence, isShort);
      if (about === 'the past') break;
      if (about === 'somebody') return found;
      if (isAfter(found, HAVE, 4) || isAfter(found, I_HAVE, 2)) return found;
    }
  }
  return undefined;
}

type About = 'the past' | 'the subject' | 'somebody';

function whatItIsAbout(sentence: Sentence, isShort: boolean): About {
  if (isLongAgo(sentence)) return 'the past';
  if (has(sentence, TALK)) return 'the subject';
  return isShort || has(sentence, PEOPLE) ? 'somebody' : 'the subject';
}

function countWords({ sentences }: TextRead): number {
  return sentences.reduce((sum, { words }) => sum + words.length, 0);
}

function has({ words }: Sentence, some: ReadonlySet<string>): boolean {
  return words.some(({ text }) => some.has(text));
}

function isSupposed(found: Found): boolean {
  return isAfter(found, IFS, 6) && !isAfter(found, UNSURE, 8);
}

function isLongAgo(sentence: Sentence): boolean {
  const hasYear = sentence.words.some(({ text }) => YEAR.test(text));
  return hasYear || findIn(sentence, LONG_AGO).next().done === false;
}
