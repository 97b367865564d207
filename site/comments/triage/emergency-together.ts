import { PAIN, SWOLLEN, HOT, SORE, PART } from './emergency-words.ts';
import { definePhrases } from './phrases.ts';

const HEART = 'heart|hearts|heartbeat|pulse';
const ANY_LIMB = '{limb}|knee|knees|arm|arms|hand|hands';

/** Pain or swelling, mostly of a limb: with one of the others it may be a clot that has moved. */
const LIMB = definePhrases([
  `${SWOLLEN}|painful|sore|throbbing|hot|red ..3 ${ANY_LIMB}`,
  `${ANY_LIMB} ..4 ${SWOLLEN}|hurts|hurting|painful|sore|throbbing|pain|hot|red`,
  `pain|pains|ache ..4 ${ANY_LIMB}|back|side|shoulder|shoulders`,
  'legs|leg ..1 up? like',
  'clot|dvt|swelling|swollen',
]);

const SHORT_OF_BREATH = definePhrases([
  'breathless|breathlessness|wheezing|wheezy|winded|panting',
  'short|shortness|out of breath',
  'sob',
  'breath is|was|feels short',
  'breathing ..1 fast|faster|rapidly|heavily|hard|difficult',
  'fast|rapid|quick breathing',
]);

const RACING_HEART = definePhrases([
  `${HEART} ..3 racing|pounding|thumping|hammering|fluttering|galloping|fast|bursting|crazy|mad|mental|haywire|irregular|irregularly|skipping|skips|skipped|missing|misses|jumping|stopping|flipping|wild`,
  `racing|pounding|thumping|rapid|fast ${HEART}`,
  'palpitations|palpitation',
  'heart|pulse rate? ..2 #',
]);

const FAINT = definePhrases(['faint|dizzy|lightheaded|woozy|clammy', 'light headed|headedness']);

const SKIN = definePhrases([
  `${HOT}|spreading|angry ..4 ${PART}|patch|rash|lines`,
  `${PART}|rash ..5 ${HOT}|spreading|mottled|blotchy|oozing|pus|infected`,
  'redness|rash|red|infection ..4 spreading|spreads|spread|growing|grown|doubled|tripled|bigger|worse',
  'spreading redness|rash|infection',
  `infection|infected ..3 ${PART}`,
  'red hot',
  'red|hot and|n hot|red',
  'cellulitis|celulitis|erysipelas',
]);

const UNWELL = definePhrases([
  'fever|feverish|fevers|shivering|shivers|shivery|rigors|chills|confused|confusion|muddled|delirious|delirium|disorientated|disoriented|rambling|gibberish|nonsense|freezing',
  'faint|dizzy|lightheaded|clammy|drowsy|lethargic|shaking|shakes|sweating|sweats|vomiting|mottled',
  'isnt|not making ..1 sense',
  'feel|feels|feeling ..2 ill|unwell|awful|terrible|sick|rough|poorly|dreadful',
  'being|been sick',
  'burning up',
  'flu|fluey',
  'out of it',
  'high temperature|temp',
  'temperature|temp ..3 #',
  'breathing ..1 fast|faster|rapidly',
]);

const FACE_SWELLS = definePhrases([`face|faces|eyes ..4 ${SWOLLEN}`, `${SWOLLEN} ..2 face|eyes`]);

const ALLERGY = definePhrases([
  'hives|rash|itchy|itching|allergic|allergy|wheezing|wheezy|stung|sting|breathless|penicillin|antibiotic|antibiotics|nuts|cream|latex|dye',
]);

const RASH = definePhrases(['hives|rash|itchy|itching']);

const MOUTH = definePhrases([
  'lips|tongue|mouth|throat ..3 tingling|tingly|itchy|itching|numb|swollen',
]);

const PREGNANT = definePhrases([
  'pregnant|preg|preggo|preggers|pregnancy|trimester|expecting|eclampsia|preeclampsia|bump|baby',
  '# weeks|wks and|with|now|gone|along|preg',
  '24|25|26|27|28|29|30|31|32|33|34|35|36|37|38|39|40|41 weeks|wks',
  'months gone|along',
  'gave|given birth',
  'postpartum|postnatal',
]);

const PRE_ECLAMPSIA = definePhrases([
  'headache|headaches|migraine|vomiting|bleeding',
  'head ..2 hurts|hurting|pounding|killing|splitting|throbbing|banging',
  'vision|sight|eyes ..3 blurry|blurred|fuzzy|flashing|spots|funny',
  'blurred|blurry|fuzzy|double vision|sight|eyesight',
  'seeing ..2 spots|stars|lights|flashes|double',
  'flashing lights',
  `pain|pains|painful|ache|hurts|sore ..4 rib|ribs`,
  'rib|ribs ..3 pain|hurt|hurts|sore|ache',
  `face|hand|hands|fingers ..5 ${SWOLLEN}`,
  `${SWOLLEN} ..2 face|hands|fingers`,
  'feet|foot|ankles|legs ..3 blown|ballooned|huge|massive|overnight',
  'pressure|bp ..3 #|high',
  'isnt|not|hardly|stopped moving|kicking',
]);

const CALF = definePhrases([
  `calf|calfs ..4 ${SWOLLEN}|${SORE}|ache|aches|aching|cramp|cramps|tight`,
  `${SWOLLEN}|${SORE}|ache|aches|aching|cramp|cramps ..4 calf`,
]);

const CLOT_SIGNS = definePhrases([
  'hot|warm|red|purple|throbbing|throbs|solid|hard|twice|size|flew|flight|swollen|swelled',
  'plane|planes|flown|longhaul',
]);

const LEFT_ARM_OR_JAW = definePhrases([
  'arm ..4 jaw',
  'jaw ..4 arm',
  `left arm ..3 ${PAIN}|numb|tingling|tingly`,
  `${PAIN}|numb|tingling ..4 left arm`,
]);

const UNEVEN_CALF = definePhrases([
  'calf|calfs ..3 bigger|larger|fatter|thicker|wider|swollen ..1 than',
]);

const SORE_NOW = definePhrases(['sore|painful|tender|hurts|hurting|hot|red|warm|throbbing']);

const KEEPS_ON = definePhrases([
  'wont|cant|cannot|doesnt|not|isnt|never slow|slowing|calm|calming|stop|stopping|settle|settling',
  'for|all # hours|hrs',
]);

const FEVER = definePhrases([
  'fever|feverish|fevers|rigors|chills',
  'high temperature|temp',
  'temperature|temp ..3 #',
  'burning up',
]);

const BADLY_ILL = definePhrases([
  'shaking|shivering|rigors|confused|confusion|delirious|clammy|mottled|drowsy|lethargic|floppy',
  'chemo|chemotherapy|neutropenic|neutropenia|transplant|immunosuppressed',
  'breathing ..1 fast|faster|rapidly',
]);

const STIFF_NECK = definePhrases(['stiff|rigid neck', 'neck ..3 stiff|rigid']);

const MENINGES = definePhrases([
  'light|lights|brightness ..2 hurts|hurt|hurting|bothers|bothering|unbearable',
  'photophobia|photophobic|drowsy|confused|rash|vomiting|fever|feverish|temperature',
  'cant|cannot stand|bear|take ..1 light|lights',
]);

const BABY = definePhrases(['baby|babys|newborn|infant|toddler']);

const BABY_ILL = definePhrases([
  'wont|not|isnt|stopped|refusing|refuses|hasnt to? feed|feeding|fed|drink|drinking|wake|waking',
  'no wet nappies|nappy|diaper|diapers',
  'temperature|temp|fever ..3 38|39|40|41|38.5|39.5|100|101|102|103|104',
]);

const LABOUR = definePhrases([
  'contractions|contracting',
  'waters|water ..2 broke|broken|gone|leaking',
  'losing ..1 blood|fluid|waters',
]);

/** One of each is enough, now and about somebody. */
export const TOGETHER = [
  [LIMB, SHORT_OF_BREATH],
  [LIMB, RACING_HEART],
  [LIMB, FAINT],
  [CALF, CLOT_SIGNS],
  [UNEVEN_CALF, SORE_NOW],
  [SHORT_OF_BREATH, RACING_HEART],
  [RACING_HEART, FAINT],
  [RACING_HEART, KEEPS_ON],
  [FEVER, BADLY_ILL],
  [STIFF_NECK, MENINGES],
  [BABY, BABY_ILL],
  [PREGNANT, LABOUR],
  [SKIN, UNWELL],
  [SKIN, RACING_HEART],
  [RASH, SHORT_OF_BREATH],
  [RASH, MOUTH],
  [FACE_SWELLS, ALLERGY],
  [PREGNANT, PRE_ECLAMPSIA],
  [LEFT_ARM_OR_JAW, UNWELL],
] as const;
