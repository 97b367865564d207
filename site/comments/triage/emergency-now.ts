import { HOT, PAIN, PART, SORE, SWOLLEN, mistyped } from './emergency-words.ts';
import { definePhrases } from './phrases.ts';

// As people type it: in a hurry, without apostrophes, misspelt.
const CHEST = 'chest|chests|cheast|chst';
const BREATHE_MISTYPED = mistyped('breathe');
const BREATHE = `${BREATHE_MISTYPED}|breath|breathing|brethe|breth|breeth|breaths`;
const CANNOT = 'cant|cannot|cnt|carnt|couldnt|wasnt|isnt|not';
const BARELY = 'hardly|barely|scarcely|struggling|struggles|struggle|struggled|strugglin|fighting';
const ONE_LEG = 'leg|calf|calfs|thigh|ankle|foot|foots|knee|shin';
const CHILD = 'baby|babys|newborn|infant|toddler|child|son|daughter|kid|he|she|hes|shes';
const SUDDEN = 'sudden|suddenly|overnight';
const SOMEBODY = 'he|she|hes|shes|baby|mum|mom|dad|gran|husband|wife|son|daughter';
const BLUE = 'blue|bluish|blueish|purple|grey|gray';

/** Beats a minute, as people round them. */
const TOO_FAST = '130|135|140|145|150|155|160|165|170|175|180|185|190|195|200|210|220';

/** Any one of these is enough, now and about somebody. */
export const NOW = definePhrases([
  // The heart
  `${CHEST} ..2 ${PAIN}`,
  'chestpain|chestpains|cantbreathe|heartattack',
  `${PAIN} ..3 ${CHEST}`,
  `crushing|awful|terrible|horrible pressure ..3 ${CHEST}`,
  `pressure in|inside my|his|her? ${CHEST}`,
  `${CHEST} ..2 pressure`,
  `${CHEST} ..5 crushed|squeezed|squashed`,
  `elephant|weight ..3 on my|his|her ${CHEST}`,
  'heart|cardiac attack|arrest',
  `clutching|clutches|clutched|gripping|grabbing|grabbed ..5 ${CHEST}`,
  `heart|hearts|heartbeat|pulse|bpm|hr ..4 ${TOO_FAST}`,
  `${TOO_FAST} bpm|beats`,

  // Breath
  `${CANNOT} ..1 ${BREATHE_MISTYPED}|breath|breth|breeth`,
  `not|isnt|wasnt|havent|hasnt|never ..2 able to ${BREATHE}`,
  `can not|hardly|barely ${BREATHE}`,
  `${BARELY}|unable to|for? ..1 ${BREATHE}`,
  'cant|cannot|cnt|hardly|barely|couldnt|not catch|get|take|draw ..3 breath|air',
  `trouble|difficulty|problem|problems|issues with? ${BREATHE}`,
  `hard|harder|difficult|hurts|painful|sore to ${BREATHE}`,
  `gasping|struggling|fighting for ..1 breath|air`,
  `${BARELY} to get|catch|take ..3 breath|air`,
  'pain|pains|hurts|hurt ..5 when|everytime i|he|she ..1 breathe|breath|inhale|cough',
  'wake|woke|waking ..2 gasping|choking',
  'stopped|isnt|not|aint breathing',
  'hard|rough|tough time breathing',
  'struggling|trouble with my|his|her? breathing',
  'breathing ..2 bad|laboured|labored|terrible|awful',
  'so|very|really|extremely breathless',
  'not|havent|hasnt ..2 able to catch|get ..2 breath|air',
  'cant|cannot|couldnt ..1 finish|complete|get ..1 sentence',
  `${SUDDEN} ..3 breathless|breathlessness`,
  'breathless|breath ..1 all of a sudden',
  'breathless to|when|while|at talk|talking|rest|resting|lying|sitting|night',
  'choking',
  'cough|coughing|coughed|coughs|spit|spitting|vomit|vomiting|bringing|brought|throwing up? ..5 blood',
  'coughing|coughed up pink|frothy',
  'bloody phlegm|sputum|mucus|spit',
  'blood ..3 cough|coughing|coughed|phlegm|sputum|spit|mucus|saliva|vomit',

  // A clot in the leg
  `${ONE_LEG} ..4 ${SWOLLEN} ..4 ${HOT}|${SORE}`,
  `${ONE_LEG} ..4 ${HOT}|${SORE} ..4 ${SWOLLEN}`,
  `${ONE_LEG} ..4 hot|warm ..2 red`,
  `${ONE_LEG} ..4 red ..2 hot|warm`,
  `legs ${SWOLLEN} ..4 ${HOT}|${SORE}`,
  `swollen ..1 throbbing|hot|red ..1 ${ONE_LEG}`,
  `${ONE_LEG}|arm|hand|toes|fingers ..3 blue|purple|white|black ..1 cold|numb`,
  `throbbing ..4 ${ONE_LEG}`,
  `${ONE_LEG} ..4 throbs|throbbing`,
  `${SUDDEN} ..2 ${SWOLLEN}`,
  `${SWOLLEN} ..4 suddenly`,
  `arm|hand ..4 ${SWOLLEN} ..2 blue|purple|black`,
  `arm|hand ..4 blue|purple|black ..2 ${SWOLLEN}`,
  'think|worried|scared|afraid|suspect|reckon ..1 i|ive|ill|its|it|this|he|she|hes|shes|mum|dad|my ..4 clot|dvt',
  'could|might|may i|it|this|that be|have ..3 clot|dvt',

  // A spreading infection
  'red|redness|rash|infection ..3 moving|creeping|travelling|tracking up',
  `${PART} ..4 gone|going|turned|turning ..2 black|purple|blue`,
  'red line|lines|streak|streaks|streaking|tracks ..3 up|spreading',
  'spreading|spread|spreads ..2 fast|quick|quickly|rapidly',
  'think|could|might|maybe|worried|has|have|ive|got|getting ..4 sepsis|septic',
  'going|gone|turning|turned septic',

  // Blood poisoning and meningitis
  'purple|purplish|violet|bruise|bruiselike|blood ..1 rash|spots|blotches',
  'rash|spots ..6 glass|tumbler',
  'doesnt|wont|isnt|not|dont fade|fading|blanch|blanching|disappear ..5 glass|press|pressed|pressing|push',
  'nonblanching|meningitis',
  'non blanching',

  // Collapse
  'pass|passed|passing|passes|black|blacked|blacking|blacks out',
  'fainted|fainting|collapsed',
  'lost|losing consciousness',
  'unconscious|unresponsive',
  'dropped|fell|falls to the floor|ground',
  'keeled over',
  'wont|doesnt wake|waken',
  'cant|cannot|couldnt wake|rouse him|her|them|my|mum|mom|dad|gran',
  `lip|lips|face ..5 ${BLUE}`,
  'blue|grey|gray lips|face',
  `${SOMEBODY} ..2 turning|turned|gone|going|went|looks|looking|look ${BLUE}`,
  'turning|going blue',
  'wont|cant|cannot|doesnt|didnt|not|hasnt|havent|never stop|stopped|stopping ..2 bleeding|blood|bleed',
  'bleeding|nosebleed|blood|bleeds|bleed ..3 not|wont|doesnt|didnt|hasnt|isnt|cant|never ..1 stop|stopped|stopping',
  'keep|keeps on? bleeding',
  'bleeding ..1 heavily|badly|loads|lot|lots|profusely|nonstop',
  'blood pouring|gushing|spurting|everywhere',
  'grey|gray|pale|white|mottled|cold and|n clammy|sweaty|sweating|cold',
  `fingernails|nails ..3 ${BLUE}`,
  'think|feel|feels|like ..1 im|hes|shes|am dying',
  'funny turn',
  'happening right? now',
  'need|needs|call|called|calling|ring|rang|phone|phoned|get|send|want ..2 ambulance|paramedics|999|911|112',
  'its|is|medical an? emergency',

  // An allergy
  'throat ..3 closing|closed|swelling|swollen|swelled|tight|tightening',
  'tongue|tongues|lip|lips ..3 swelling|swollen|swelled|puffed',
  'swollen|swelling ..2 tongue|lips|throat',
  'anaphylaxis|anaphylactic|anaphalaxis',
  'having|severe|bad an? allergic reaction|shock',
  'eyes ..3 swollen|swelled shut|closed',
  'used|use|using|need|given|gave ..2 epipen',
  'cant|cannot|hardly|barely swallow',

  // A child not yet born
  'cant|cannot|not|havent|hasnt ..1 feel|felt ..2 baby',
  'baby|babys ..2 stopped moving|kicking',
  'waters|water ..1 broke|broken',
  'contractions|contracting ..3 # weeks|wks|months',
  'preterm|premature labour|labor',

  // A child
  `${CHILD} ..3 floppy|limp|lifeless|grunting`,
  'floppy|limp|lifeless baby|newborn|child|toddler|infant',
  `${CHILD} ..4 swallowed|eaten|drunk|drank ..3 battery|batteries|magnet|magnets|bleach|detergent|{medicine}`,
  'swallowed|drank|drunk|ate ..2 battery|batteries|magnet|magnets|bleach|detergent|antifreeze|poison',

  // The spine
  'cant|cannot|cnt|couldnt feel|move ..2 {limb}|arm|arms|hands|face|toes',
  'cant|cannot|cnt|unable|couldnt to? pee|wee|urinate|piss',
  'cant|cannot|unable|couldnt to? pass urine|water',
  'numb|numbness ..3 groin|saddle|genitals|buttocks|bum|crotch|vagina|penis',
  'numb|numbness between my|his|her|the|your legs',
  'lost|losing|no control ..3 bladder|bowel|bowels|pee|wee',

  // A stroke
  'face|mouth|smile ..3 drooping|droops|drooped|droopy|dropped|fallen|lopsided|wonky|crooked|numb',
  'numb|numbness ..3 face|side',
  'left|right|one side ..5 weak|weakness|numb|numbness|paralysed|paralyzed|drooping',
  'cant|cannot|couldnt move|feel|lift ..1 left|right|one side',
  'cant|cannot|couldnt move ..2 arm|leg|legs',
  `${SUDDEN} ..1 loss of`,
  'slur|slurs|slurred|slurring ..2 words|speech',
  'speech ..3 slurred|slurring|funny|garbled|jumbled|gone',
  `${SUDDEN} ..3 numb|numbness|weak|weakness`,
  'numb|weak suddenly',
  'arm and leg ..3 weak|numb|heavy',
  'suddenly cant|cannot|couldnt see|speak|talk|walk|move',
  'cant|cannot|couldnt speak|talk properly|suddenly|right|clearly|straight',
  'words ..3 wrong|jumbled|nonsense',
  'arm|arms|leg|side ..1 went|gone|going numb|dead|weak|floppy|limp',
  'lost|losing my|his|her|the sight|vision|eyesight|speech',
  'gone blind',
  'worst|thunderclap headache',
  'having a|another ..1 stroke|seizure|fit',
  'has|have|hes|shes|of|just had a|another ..1 stroke|seizure|fit',
  'had a ..1 stroke|seizure|fit ..1 today|this|yesterday|last|just|now',
  'dads|mums|husbands|wifes had a stroke|fit|seizure',
  'convulsing|convulsions',
]);
