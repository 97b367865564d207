import { isDisbelief, isNegated, isQuestion, isWarning } from './negation.ts';
import { definePhrases, findIn } from './phrases.ts';
import type { Found } from './phrases.ts';
import type { TextRead } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

const MANY = 'vaccines|vaccinations|jabs|shots|boosters|immunisations|immunizations';
const ANY = `{vaccine}|${MANY}|shot|booster`;
/** Nothing else may stand between: "avoid massage after a jab" is good advice. */
const WHICH =
  'a|the|any|that|this|these|those|all|every|another|more|my|your|his|her|their|our? covid|flu|mrna|hpv|mmr|measles|shingles|tetanus|childhood? ';
const IT = `${WHICH}${ANY}`;
const GIVEN = 'vaccinated|jabbed|immunised|immunized|vaxxed|boosted';
const NEVER = 'dont|never|nobody|shouldnt|neednt|wont';
const SOMEBODY = 'them|they|anyone|anybody|someone|him|her|your|the|a|doctors|nurses|people';
const REFUSING = [
  `refuse|refused|refusing|decline|declined|declining|reject|rejected|skip|skipped|skipping|cancel|cancelled|avoid|avoided|avoiding|boycott getting|having|taking? ${IT}`,
  `refuse|refused|refusing|avoid|avoided|avoiding|stop|stopped to? getting|being|be|get? ${GIVEN}`,
  `stop|stopped getting|having|taking|giving ..1 ${IT}`,
  `${NEVER} ever? get|take|accept|need|needs|want|trust|touch|have|give ..1 ${IT}`,
  `${NEVER} ever? get|be|gets|getting ..1 ${GIVEN}`,
  `${NEVER} ever? vaccinate|immunise|immunize|vax`,
  `do|should|must not get|take|accept|trust|have|give ${IT}`,
  `do|should|must not get|be ..1 ${GIVEN}`,
  'do|should|must not vaccinate|immunise|immunize|vax',
  `${NEVER} ever? let|allow ${SOMEBODY} ..3 {vaccine}|vaccinate|inject|${GIVEN}|injected`,
  `{vaccine} ..6 ${NEVER} ever? let|allow|take|get|have|accept|need|touch ..4 one`,
  `say|said no to ${IT}`,
  'no more|need for? ..1 {vaccine}',
  `stay|steer|keep away|clear|off from|of? ..1 ${MANY}`,
  `am|im|is|are|be|turned|advise|advised|advises|warn|warned|speak|spoke against ${IT}`,
];

const DOES = 'can|will|could|just|only|really|actually|also|do|does|is|are?';
const HARMS =
  'block|blocks|blocked|blocking|clog|clogs|clogged|clogging|poison|poisons|poisoned|poisoning|damage|damages|damaged|damaging|destroy|destroys|destroyed|destroying|ruin|ruins|ruined|weaken|weakens|weakened|wreck|wrecks|wrecked|pollute|pollutes|contaminate|contaminates';
const CLAIMS = [
  `{vaccine}|shots|boosters ${DOES} ${HARMS} ..3 node|nodes|lymph|lymphatic|lymphatics|immune|immunity|system|body|bodies|blood|dna|brain|you|us|people|children|kids|babies`,
  `{vaccine}|shots|boosters ${DOES} kill|kills|killed|killing|sterilise|sterilises ..1 you|us|people|millions|thousands|children|kids|babies|women`,
  `{vaccine}|shots|boosters ${DOES} cause|causes|caused|causing|give|gives|gave|spread|spreads ..2 {serious}`,
  '{vaccine} is|are|contain|contains|full ..2 poison|poisons|poisonous|toxic|toxin|toxins|useless|unnecessary|harmful|dangerous|deadly|evil|scam|hoax|lie|lies|killing|mercury|graphene|microchips|bioweapon|bioweapons',
  'poison|poisons|toxins|mercury|graphene|microchip|microchips in|inside ..2 {vaccine}',
];

const REFUSALS = definePhrases(REFUSING);
const CLAIMED = definePhrases(CLAIMS);

const PARTS = wordSet('arm arms leg legs side limb hand thigh buttock shoulder');
const WHERE = wordSet('site spot area arm side');
const WHICH_ONE = wordSet(`
  that this which same other left right affected swollen bad treated operated risk with where both
`);
const MOST_WHERE = 7;

/** Where a text advises against vaccines, or says that they harm; not where it asks, or denies it. */
export function findAgainstVaccines({ sentences }: TextRead): Found | undefined {
  for (const [index, sentence] of sentences.entries()) {
    for (const found of findIn(sentence, REFUSALS)) {
      if (!isWarning(found) && !isAboutWhere(found)) return found;
    }
    if (isQuestion(sentence, sentences[index + 1]) || isDisbelief(sentence)) continue;
    for (const found of findIn(sentence, CLAIMED)) if (!isNegated(found)) return found;
  }
  return undefined;
}

/** "Never have a jab in that arm" is about the arm. */
function isAboutWhere({ sentence, to }: Found): boolean {
  const after = sentence.words.slice(to, to + MOST_WHERE).map(({ text }) => text);
  return (
    WHERE.has(after[0] ?? '') ||
    (after.some((text) => PARTS.has(text)) && after.some((text) => WHICH_ONE.has(text)))
  );
}
