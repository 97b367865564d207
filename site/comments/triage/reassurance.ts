import type { Check } from './check.ts';
import { isNegated, isQuestion } from './negation.ts';
import { definePhrases, findIn, quote } from './phrases.ts';

const DANGER = '{serious}|clot|clots|infection|cellulitis|stroke|attack';

const REASSURING = definePhrases([
  'its|thats|it|that|this|yours is? just|only|probably|surely|definitely|clearly ..2 fluid|anxiety|wind|muscle|muscular|hormones|stress|strain|nerves',
  `its|thats|yours just|only|probably|surely|definitely|clearly? not ~3 ${DANGER}`,
  `it|that|this|yours is just|only|probably|surely|definitely|clearly? not ~3 ${DANGER}`,
  `it|that|this|yours isnt|cant|cannot be? ~3 ${DANGER}`,
  'you|youve clearly|definitely|probably|must|obviously|surely have|got ~4 {illness}|clot',
  'you dont|cant|havent ..1 have|got ~4 {illness}|clot',
  'massage|rub|press it|them|that away|out',
  'massage|rub|press ..2 clot|clots|lump|lumps',
  'safe to massage|rub|press ..2 clot|clots|dvt|cellulitis|lump|lumps',
]);

/** Holds a comment that tells somebody what their illness is or is not, or to rub away what may be one. */
export const reassurance: Check = ({ text }) => {
  for (const [index, sentence] of text.sentences.entries()) {
    if (isQuestion(sentence, text.sentences[index + 1])) continue;
    for (const found of findIn(sentence, REASSURING)) {
      if (isNegated(found)) continue;
      return {
        code: 'reassurance',
        moderator: `Tells somebody what their illness is or is not: ${quote(text, found)}`,
        commenter:
          'It says what somebody’s illness is or is not. Nobody can tell from here, so an editor reads it first.',
      };
    }
  }
  return undefined;
};
