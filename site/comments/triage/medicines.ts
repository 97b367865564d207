import type { Check } from './check.ts';
import { isWarning } from './negation.ts';
import { definePhrases, findPhrases, quote } from './phrases.ts';
import type { Found } from './phrases.ts';
import type { TextRead } from './read-text.ts';
import { findAgainstVaccines } from './vaccines.ts';
import { wordSet } from './vocabulary.ts';

const GARMENT =
  'sleeve|sleeves|stocking|stockings|garment|garments|compression|bandage|bandages|wraps|hosiery';

/** "Water tablets", and others that are called by what they are for. */
const SORT = 'water|sleeping|heart|pain|blood|iron|salt';

const STOPPING = definePhrases([
  'stop|stopped|stopping|quit|quitting taking|using ..3 {medicine}',
  'stop|stopped|stopping|quit|quitting taking it|them|these|those|any|all|your|my|her|his|everything',
  'stop|stopped|stopping|quit|quitting ..3 {medicine}',
  'ditch|ditched|drop|dropped|skip|skipped|bin|binned|refuse|refused|cancel ..3 {medicine}',
  'come|came|coming|go|going|get|got|getting|be|stay off ..3 {medicine}',
  'wean|weaned|weaning ..1 off ..3 {medicine}',
  'throw|threw|thrown|throwing|toss|chuck|flush ..4 {medicine}',
  'give|gave|giving up ..3 {medicine}',
  'say|said no to ..3 {medicine}',
  'dont|not|never|nobody|shouldnt|neednt take|need|needs|use|trust|want|swallow|bother ..3 {medicine}',
  'no need for|of|to ..3 {medicine}',
  'no more|longer ..1 {medicine}',
  'instead of|rather|better ..2 chemo|chemotherapy|radiotherapy|antibiotics|diuretics|medicine|medication|drugs|insulin|tablets|pills',
  'better|safer|rather than ..2 {medicine}',
  '{medicine} is|are ..2 poison|poisonous|toxic|useless|unnecessary|harmful|scam|killing',
  'refuse|refused|cancel|cancelled|skip|ditch ..3 surgery|operation|treatment|scan|appointment',
  'stop|stopped your|all treatment|treatments|dressings|insulin',
  `halve|halved|halving|cut|cutting|reduce|reduced|reducing|lower|lowered down|back? on? your|my|the|his|her? ${SORT}? {medicine}`,
  `stop|stopped|stopping|quit wearing|using ..3 ${GARMENT}`,
  `ditch|ditched|bin|binned|chuck|burn ..2 ${GARMENT}`,
  `throw|threw|thrown|throwing away|out? my|your|his|her|their|those ..2 ${GARMENT}`,
  `get|got|getting rid of my|your|his|her|their ..2 ${GARMENT}`,
  `dont|never|neednt ..1 wear|bother ..3 ${GARMENT}`,
  'you|youll will|would|do? never|wont|dont|not|longer ..1 need ..2 surgery|operation|operations|surgeon|surgeons|hospital|biopsy',
  '{clinician} are|is|r ..2 useless|clueless|liars|lying|corrupt|idiots|quacks|crooks|killers|overrated|wrong',
  '{clinician} know|knows nothing',
  '{clinician} lie|hide',
  'no point|use ..3 {clinician}',
  'no need|reason|sense to|for|of|in see|seeing|ask|asking|visit|visiting|call|calling|ring|go|going|consult|bother|trouble|tell? to|with? a|any|your|the? {clinician}',
  'ignore|forget|disregard ..3 doctor|doctors|gp|consultant|oncologist|surgeon|nurse',
  'dont|not|never listen|trust|believe|see|need|go|ask|bother|waste|ring|call|visit ..3 doctor|doctors|gp|consultant|oncologist|hospital',
]);

/** Holds a comment about leaving out a medicine or a clinician's advice. */
export const stoppingMedicine: Check = ({ text }) => {
  const found = findStopping(text) ?? findAgainstVaccines(text);
  if (found === undefined) return undefined;
  return {
    code: 'stop-medicine',
    moderator: `About stopping or leaving out medical care: ${quote(text, found)}`,
    commenter:
      'It is about stopping or leaving out medical care. What suits one person may harm another, so an editor reads it first.',
  };
};

function findStopping(text: TextRead): Found | undefined {
  for (const found of findPhrases(text, STOPPING)) if (!isWarning(found)) return found;
  return undefined;
}

const DOSES = definePhrases([
  '# mg|mcg|μg|ug|iu|milligram|milligrams|microgram|micrograms',
  `#|couple|few|handful of? ~1 ${SORT}? tablet|tablets|pill|pills|capsule|capsules|puff|puffs|sachet|sachets`,
  '# drop|drops|teaspoon|teaspoons|tablespoon|tablespoons|tsp|tbsp|spoonful|spoonfuls',
  '#|a ~1 spoon|spoons|teaspoon|tablespoon|spoonful|capful|pinch of',
  '# ml|g|gram|grams|millilitres|milliliters ..3 daily|day|twice|thrice|morning|night|hours|tongue|mouth|orally',
  '# g|gram|grams|gramme|grammes of',
  'drop|drops of',
  'gram|grams of ..1 vitamin|{medicine}',
  'take|takes|taking|took # ..1 {medicine}',
  'dose|doses|dosage of ..2 {medicine}|vitamin|selenium|potassium|iodine',
  `double|doubled|doubling|increase|increased|raise|raised your|my|the|his|her|their? ${SORT}? {medicine}`,
  'double|doubled|doubling|increase|increased|raise|lower|halve|halved|skip|take|took ..3 dose|doses|dosage',
  '{medicine} ..4 once|twice|thrice|daily',
  '{medicine} ..4 every # hours|days',
  '{medicine} ..3 # times',
]);

/** What drops may be of without being a medicine. */
const LIQUIDS = wordSet('water rain sweat blood lymph fluid dew it liquid');

/** Holds a comment that names a dose. */
export const doses: Check = ({ text }) => {
  for (const found of findPhrases(text, DOSES)) {
    if (isHarmlessDrop(found)) continue;
    return {
      code: 'dose',
      moderator: `Mentions a dose: ${quote(text, found)}`,
      commenter: 'It mentions a dose. An editor reads it first, because others might follow it.',
    };
  }
  return undefined;
};

function isHarmlessDrop({ sentence, to }: Found): boolean {
  const [last, next, afterNext] = [to - 1, to, to + 1].map((at) => sentence.words[at]?.text ?? '');
  if (last === 'of') return LIQUIDS.has(next ?? '');
  return last?.startsWith('drop') === true && next === 'of' && LIQUIDS.has(afterNext ?? '');
}
