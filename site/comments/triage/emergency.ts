import type { Check } from './check.ts';
import { findAbroad } from './emergency-abroad.ts';
import { DESPAIR, DESPAIR_AT_THE_END } from './emergency-despair.ts';
import { NOW } from './emergency-now.ts';
import { TOGETHER } from './emergency-together.ts';
import { endsPart, isAfter, isNegated } from './negation.ts';
import { definePhrases, findIn, findPhrases, phrasesWithin, quote } from './phrases.ts';
import type { Found, Phrases } from './phrases.ts';
import type { Sentence, TextRead } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

/** How the reason begins for moderators, who are to find such comments first. */
export const URGENT_REASON = 'May be an emergency';

/** Holds a comment that reads as if somebody needed help now. When in doubt, it does. */
export const emergency: Check = ({ text, submission }) => {
  const about = whatItIsAbout(text);
  const found = findDespair(text) ?? findNow(text, about, NOW) ?? findTogether(text, about);
  const words = found === undefined ? findAbroad(submission.source) : quote(text, found);
  if (words === undefined) return undefined;
  return {
    code: 'emergency',
    moderator: `${URGENT_REASON}: ${words}`,
    commenter:
      'It reads as if somebody might need help now. Nobody watches the comments around the clock: please do what the card says.',
    emergency: true,
  };
};

/** Phrases that begin so say no themselves. */
const SAYS_NO = wordSet(`
  dont not no cant cannot cnt carnt can isnt wasnt wont doesnt havent hasnt couldnt aint never
  hardly barely scarcely nobody noone
`);
/** After one of these, a no is about something else: "not sure why", "can’t stop", "no reason". */
const NOT_DENIED = wordSet(`
  know sure stop help understand explain idea reason one warning well sleep walk move stand eat go
  right good being getting
`);
/** How near a no must stand to count. */
const NEAR = 3;

function findDespair(text: TextRead): Found | undefined {
  for (const found of findPhrases(text, DESPAIR)) if (!isDenied(found)) return found;
  for (const found of findPhrases(text, DESPAIR_AT_THE_END)) {
    if (found.to === found.sentence.words.length && !isDenied(found)) return found;
  }
  return undefined;
}

/** Both somewhere in the text, now, and about somebody. */
function findTogether(text: TextRead, about: About): Found | undefined {
  const known = new Map<Phrases, Found | undefined>();
  const find = (phrases: Phrases): Found | undefined => {
    if (!known.has(phrases)) known.set(phrases, findNow(text, about, phrases));
    return known.get(phrases);
  };
  for (const [one, other] of TOGETHER) {
    const found = find(other) && find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}

function findNow(text: TextRead, about: About, phrases: Phrases): Found | undefined {
  const possible = phrasesWithin(phrases, about.words);
  if (possible.all.length === 0) return undefined;
  for (const sentence of text.sentences) {
    let context: Context | undefined;
    for (const found of findIn(sentence, possible)) {
      if (isDenied(found) || hasNoInside(found) || isSupposed(found) || isFigure(found)) continue;
      context ??= contextOf(sentence, about);
      if (context.longAgo && isPast(found)) continue;
      if (isAboutSomebody(found, context)) return found;
    }
  }
  return undefined;
}

function isDenied(found: Found): boolean {
  const first = found.sentence.words[found.from]?.text ?? '';
  return !SAYS_NO.has(first) && isNegated(found, NEAR, NOT_DENIED);
}

const INSIDE_NO = wordSet('not no never isnt arent wasnt werent without dont doesnt didnt');

/** "The bleeding will not stop": there the no is what is wrong. */
const BLOOD = wordSet('bleeding nosebleed blood bleeds bleed');
const STOPS = wordSet('stop stopped stopping');

/** "My lips were not blue." */
function hasNoInside({ sentence, from, to }: Found): boolean {
  const [first = '', ...rest] = sentence.words.slice(from, to).map(({ text }) => text);
  if (SAYS_NO.has(first) || (BLOOD.has(first) && STOPS.has(rest.at(-1) ?? ''))) return false;
  return rest.some((text) => INSIDE_NO.has(text));
}

const FIGURES = definePhrases(['breathe|breath a word']);

/** "I can’t breathe a word of it." */
function isFigure({ sentence, from, to }: Found): boolean {
  const words = sentence.words.slice(from, to + 2);
  return findIn({ ...sentence, words }, FIGURES).next().done === false;
}

const IFS = wordSet('if whether whenever case unless');
const UNSURE = wordSet('know sure wonder wondering tell unsure sorry');

/** "If I get chest pain", but not "I wonder if I have", and no further than its part goes. */
function isSupposed(found: Found): boolean {
  const { words } = found.sentence;
  for (let at = found.from - 1; at >= Math.max(0, found.from - 6); at -= 1) {
    if (endsPart(words, at)) return false;
    if (IFS.has(words[at]?.text ?? '')) return !isAfter({ ...found, from: at }, UNSURE, 3);
  }
  return false;
}

/** Somebody who is meant, unless the sentence is about the subject or about this page. */
const PEOPLE = wordSet(`
  i im ive id ill me my mine myself we our us he hes his him she shes her hers mum mums mom moms dad
  dads gran nan grandma grandad husband husbands wife wifes partner son sons daughter brother sister
  friend baby babys child kid keep keeps having
`);
const URGENT = wordSet(`
  help please pls plz urgent urgently now today tonight yesterday suddenly since overnight worried
  scared normal
`);
const TALK = definePhrases([
  'article|articles|page|paragraph|card|warning|warnings|mention|mentions|mentioned|mentioning|list|lists|listed|advice|guidance|leaflet|signs|reminder|study|studies|trial|trials|research|evidence',
  'this|the|that|your|next|a section|sign',
  'anyone|everyone|people|those|somebody|someone|women|men with|who|whose|should|needs',
  'patients|clients|readers|women|others',
  'you say|said|mention|write|wrote|describe|explain',
  'it|this|that says|said|advises',
  'saying|say|know|knew|told ..2 when to',
  'read|reading|add|adding that|about',
  'ask|asks|asked|asking about',
  'tell|tells|told|remind people|them',
]);
const LONG_AGO = definePhrases([
  'years|months|weeks|decades ago',
  'last year|month|summer|winter|spring|autumn|christmas',
  'used to',
  'in 19|20',
  'back then',
  'since recovered',
  'when i|he|she was a|young|little|small|pregnant',
]);
const YEAR = /^(?:19|20)\d\d$/;
const RECENT = wordSet(`
  today tonight yesterday overnight suddenly again morning night hour hours minutes
  monday tuesday wednesday thursday friday saturday sunday
`);
const SHORT_COMMENT = 15;
const SHORT_SENTENCE = 6;

/** What the whole text says, once for all its sentences. */
interface About {
  readonly words: ReadonlySet<string>;
  readonly isShort: boolean;
  readonly namesSomebody: boolean;
}

function whatItIsAbout({ sentences }: TextRead): About {
  const words = sentences.flatMap((sentence) => sentence.words.map(({ text }) => text));
  return {
    words: new Set(words),
    isShort: words.length <= SHORT_COMMENT,
    namesSomebody: sentences.some((sentence) => has(sentence, PEOPLE)),
  };
}

/** What the sentence around something found says about it. */
interface Context {
  /** Where words of somebody stand who writes about the subject, or about this page. */
  readonly talk: ReadonlySet<number>;
  readonly namesSomebody: boolean;
  readonly longAgo: boolean;
}

function contextOf(sentence: Sentence, about: About): Context {
  const { words } = sentence;
  return {
    talk: new Set(Array.from(findIn(sentence, TALK), ({ to }) => to - 1)),
    namesSomebody:
      about.isShort ||
      has(sentence, PEOPLE) ||
      has(sentence, URGENT) ||
      (about.namesSomebody && words.length <= SHORT_SENTENCE),
    longAgo:
      !has(sentence, RECENT) &&
      (words.some(({ text }) => YEAR.test(text)) ||
        findIn(sentence, LONG_AGO).next().done === false),
  };
}

function has({ words }: Sentence, some: ReadonlySet<string>): boolean {
  return words.some(({ text }) => some.has(text));
}

/** How far before it words are looked for that say whose it is, or when it was. */
const REACH = 7;
const CAUSES = wordSet(
  'cause causes prevent prevents trigger triggers lead leads risk mean means died',
);

/** What stands nearest before it decides: somebody, or what others write about. */
function isAboutSomebody(found: Found, { talk, namesSomebody }: Context): boolean {
  const { words } = found.sentence;
  for (let at = found.to - 1; at >= Math.max(0, found.from - REACH); at -= 1) {
    const word = words[at]?.text ?? '';
    if (talk.has(at)) return false;
    if (PEOPLE.has(word)) return true;
    if (at < found.from && CAUSES.has(word)) return false;
    if (at <= found.from && words[at]?.afterBreak === true) break;
  }
  return talk.size === 0 && namesSomebody;
}

const PAST = wordSet(`
  had was were got used did went felt suffered developed fainted collapsed coughed passed blacked
  swelled ballooned couldnt
`);
const PRESENT = wordSet(`
  is are am im hes shes its ive has have now cant cannot keep keeps getting still feel feels hurts
  aches
`);

/** In a sentence of long ago, whether this was then too: "I had it years ago, and my leg is hot" is now. */
function isPast({ sentence: { words }, from, to }: Found): boolean {
  for (let at = to - 1; at >= Math.max(0, from - REACH); at -= 1) {
    const word = words[at]?.text ?? '';
    if (PRESENT.has(word) || word === 'ago') return false;
    if (PAST.has(word)) return !PRESENT.has(words[at - 1]?.text ?? '');
    if (at <= from && words[at]?.afterBreak === true) return false;
  }
  return false;
}
