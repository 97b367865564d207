import type { Check } from './check.ts';
import { isDisbelief, isNegated, isQuestion } from './negation.ts';
import { definePhrases, findIn, quote } from './phrases.ts';
import type { Found } from './phrases.ts';
import { wordSet } from './vocabulary.ts';

const CANCER =
  'cancer|cancers|tumour|tumours|tumor|tumors|metastasis|metastases|lymphoma|leukaemia|leukemia|melanoma';
const LASTING = '{serious}|lymphoedema|lymphedema|lipoedema|lipedema';
const GONE = 'gone|vanished|disappeared|cured|healed|reversed|fixed';

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
  'detox|detoxes|detoxed|detoxing|detoxify|detoxifies|cleanse|cleanses|purge|purges|flush|flushes|flushed|flushing|wash|washes|washing|drain|drains|draining|sweep|sweeps|starve|starves|starving ..2 {serious}|cancer|cancers',
  'remove|removes|pull|pulls|draw|draws ..2 cancer|cancers|tumour|tumours|tumor|tumors from|out',
  `prevent|prevents|prevented ..2 ${CANCER}|dementia|alzheimers|diabetes|covid`,
  `stop|stops|stopped|halt|halts|halted|block|blocks ..2 ${CANCER}`,
  'it|this|that|which|massage|drainage|mld|brushing|oil|juice|tea treats|fights|beats ..2 {serious}',
  'fix|fixes|fixed|fixing ..3 {illness}',
  '{serious} out of your|my|his|her|their|the body|system|blood|lymph',
  `${LASTING} ..3 ${GONE}`,
  `${GONE} forever|permanently`,
  `${GONE} for good`,
  `forever|permanently ${GONE}`,
  `no longer have|has|suffer|suffers from? ~3 ${LASTING}`,
  'dont|doesnt|not|never want|wants|wanted|like|likes you|us|people|patients|anyone|anybody|everyone to ..1 know|hear|learn|find|discover',
  'guarantee|guarantees|guaranteed to|that|you|results|relief|success|cure',
  'results|success|relief|cure guaranteed',
  '100 % effective|cure|success|guaranteed',
]);

/** How near a no must stand to count. */
const REACH = 7;

/** After these a no denies nothing: "they don’t want you to know that it cures". */
const UNDOERS = wordSet('want wants wanted');

const FOODS = wordSet('ham meat meats bacon fish salmon sausage sausages pork beef');

/** Holds a comment that says something cures an illness; not one that asks or denies it. */
export const cures: Check = ({ text }) => {
  for (const [index, sentence] of text.sentences.entries()) {
    if (isQuestion(sentence, text.sentences[index + 1]) || isDisbelief(sentence)) continue;
    for (const found of findIn(sentence, CURES)) {
      if (isNegated(found, REACH, UNDOERS) || isFood(found)) continue;
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
