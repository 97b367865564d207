import type { Check } from './check.ts';
import { isNegated, isQuestion } from './negation.ts';
import { definePhrases, findIn, quote } from './phrases.ts';
import type { Found } from './phrases.ts';
import type { Sentence } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

const CURES = definePhrases([
  'cure|cures|cured|curing|curable ..4 {illness}|everything|anything|pain|swelling',
  'cure|cures|cured|curing it|me|him|her|them|us|you|people|patients',
  'cure for ..3 {illness}|everything|pain',
  'cured from|of|by',
  'the cure they|that|doctors|nobody',
  '{serious} cure|cures|remedy',
  'say|said goodbye to ..2 {serious}',
  '{serious} goes|go|went|going away',
  'cured|healed completely|permanently|forever|naturally',
  'completely|permanently|fully|totally|naturally cured|curable',
  'miracle|guaranteed|instant|permanent|secret|total cure|cures|remedy|remedies|healing',
  'heal|heals|healed|healing ..3 {illness}',
  'reverse|reverses|reversed|reversing ..3 {illness}',
  'get|gets|got|getting rid of ..3 {illness}',
  'eliminate|eliminates|eliminated|eradicate|eradicates|eradicated ..3 {illness}',
  'kill|kills|killed|killing|dissolve|dissolves|dissolved|shrink|shrinks|shrank|melt|melts ..3 cancer|cancers|tumour|tumours|tumor|tumors|clot|clots',
  'flush|flushes|flushed|flushing|wash|washes|washing|drain|drains|draining|sweep|sweeps|starve|starves|starving ..2 {serious}|cancer|cancers',
  'remove|removes|pull|pulls|draw|draws ..2 cancer|cancers|tumour|tumours|tumor|tumors from|out',
  'prevent|prevents|prevented ..2 cancer|cancers|tumours|tumors|dementia|alzheimers|diabetes|covid',
  '{serious}|lymphoedema|lymphedema|lipoedema|lipedema ..3 disappeared|vanished|gone|cured|reversed|healed',
  'guarantee|guarantees|guaranteed to|that|you|results|relief|success|cure',
  'results|success|relief|cure guaranteed',
  '100 % effective|cure|success|guaranteed',
]);

const DISBELIEF = wordSet('myth myths nonsense untrue bogus debunked quackery');

const FOODS = wordSet('ham meat meats bacon fish salmon sausage sausages pork beef');

/** Holds a comment that says something cures an illness; not one that asks or denies it. */
export const cures: Check = ({ text }) => {
  for (const [index, sentence] of text.sentences.entries()) {
    if (isQuestion(sentence, text.sentences[index + 1]) || isDisbelief(sentence)) continue;
    for (const found of findIn(sentence, CURES)) {
      if (isNegated(found) || isFood(found)) continue;
      return {
        code: 'cure',
        moderator: `Says that something cures or heals: ${quote(text, found)}`,
        commenter: 'It says that something cures or heals. An editor checks such statements first.',
      };
    }
  }
  return undefined;
};

function isFood({ sentence: { words }, from }: Found): boolean {
  return words[from]?.text === 'cured' && FOODS.has(words[from + 1]?.text ?? '');
}

function isDisbelief({ words }: Sentence): boolean {
  return words.some(({ text }) => DISBELIEF.has(text));
}
