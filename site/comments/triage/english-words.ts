import { DESPAIR } from './emergency-despair.ts';
import { NOW } from './emergency-now.ts';
import { TOGETHER } from './emergency-together.ts';
import type { Phrases } from './phrases.ts';
import { WORD_CLASSES, wordSet } from './vocabulary.ts';

/** The most common words of English, those of this subject, and thanks in a few languages. */
const COMMON = wordSet(`
  the be and of a in to have it i that for you he with on do say this they at but we his from not by
  she or as what go their can who get if would her all my make about know will up one time there year
  so think when which them some me people take out into just see him your come could now than like
  other how then its our two more these want way look first also new because day use no man find here
  thing give many well only those tell very even back any good woman through us life child work down
  may after should call world over school still try last ask need too feel three state never become
  between high really something most another family own leave put old while mean keep student why let
  great same big group begin seem country help talk where turn problem every start hand might show
  part against place such again few case week company system each right program hear question during
  play number off always move night live point believe hold today bring happen next without before
  large million must home under water room write mother area money story young fact month different
  lot study book eye job word though business issue side kind four head far black long both little
  house yes since around friend important father sit away until power hour game often yet line
  end among ever stand bad lose member pay law meet car almost city later name center once white least
  president learn real change minute best several idea kid body nothing ago lead ever understand
  whether watch together follow parent stop face anything create public already speak others read level
  allow add office spend door health person art sure war history party within grow result open morning
  walk reason low win research girl guy early food moment himself air teacher force offer enough across
  although remember foot second boy maybe toward able age policy everything love process music
  including consider appear actually buy probably human wait serve market die send expect sense build
  stay fall nation plan cut college interest death course someone experience behind reach local kill
  six remain effect suggest class control raise care perhaps late hard field else pass former sell
  major sometimes require along development themselves report role better economic effort decide rate
  strong possible heart drug leader light voice wife whole police mind finally pull return free price
  less according decision explain son hope view relationship town road arm true difference thank value
  building action season society tax director position player agree especially record pick wear paper
  special space ground form support event official whose matter everyone center couple site project
  hit base activity star table court produce eat teach oil half situation easy cost industry figure
  street image itself phone either data cover quite picture clear practice piece land recent describe
  product doctor wall patient worker news test movie certain north personal simply third technology
  catch step baby computer type attention draw film tree source red nearly hair window culture chance
  brother energy period summer realize hundred available plant likely opportunity term short letter
  condition choice single rule daughter administration south husband floor campaign material
  population well call economy medical hospital church close thousand risk current fire future wrong
  involve defense anyone increase security bank myself certainly west sport board seek per subject
  officer private rest behaviour deal performance fight throw top quickly past goal bed order author
  fill represent focus foreign drop blood upon agency push nature color colour no store reduce sound
  note fine near movement page enter share common poor other natural race concern series significant
  similar hot language usually response dead rise animal factor decade article shoot east save seven
  artist away scene stock career despite central eight thus treatment beyond happy exactly protect
  approach lie size dog fund serious occur media ready sign thought list individual simple quality
  pressure accept answer resource identify left meeting determine prepare disease whatever success
  argue cup particularly amount ability staff recognize indicate character growth loss degree wonder
  attack herself region television box tv training pretty trade election everybody physical lay general
  feeling standard bill message fail outside arrive analysis benefit sex forward lawyer present section
  environmental glass skill sister pm professor operation financial crime stage ok okay compare
  authority miss design sort act ten knowledge gun station blue strategy clearly discuss indeed truth
  song example democratic check environment leg dark various rather laugh guess executive prove hang
  entire rock forget claim remove manager enjoy network legal religious cold final main science green
  memory card above seat cell establish nice trial expert spring firm radio visit avoid imagine tonight
  huge ball finish yourself talk theory impact respond statement maintain charge popular traditional
  onto reveal direction weapon employee cultural contain peace pain apply measure wide shake fly
  interview manage chair fish particular camera structure politics perform bit weight suddenly discover
  candidate production treat trip evening affect inside conference unit style adult worry range mention
  deep edge specific writer trouble necessary throughout challenge fear shoulder institution middle sea
  dream bar beautiful property instead improve stuff am is are was were been has had did does done said
  made went gone took taken got felt gave given came knew thought told found kept left meant ill im ive
  id youre youve youd theyre weve hes shes its isnt arent wasnt werent dont doesnt didnt cant cannot
  couldnt wouldnt shouldnt wont hasnt havent hadnt thats theres whats lets hi hello hey thanks please
  sorry cheers brilliant excellent lovely wonderful helpful useful interesting awesome amazing superb
  fantastic perfect clear clearly informative welcome nicely bravo congrats keep wow haha lol yeah nope
  agreed agree exactly indeed absolutely definitely same here lymph lymphatic node nodes lymphoedema
  lymphedema lipoedema lipedema oedema edema drainage massage manual mld cdt dlt swelling swollen
  compression bandage bandaging garment stocking sleeve glove pump knit flat round stroke therapist
  therapy physio nurse clinic nhs gp consultant surgeon surgery surgical armpit groin neck clavicle
  abdomen limb lower upper bilateral secondary primary chronic acute mild severe breast mastectomy
  cellulitis erysipelas fibrosis fluid protein tissue skin vein vessel vessels pitting stemmer sign mmhg
  cancer chemo radiotherapy biopsy scar wound antibiotics anaesthetic review meta randomised randomized
  controlled placebo evidence citation doi pmid cochrane figure table reference references typo
  gorgeous illustration illustrated diagram animation explanation explained tutorial podcast video diagnosis
  cure heal miracle guarantee reverse eliminate dissolve shrink prevent ditch quit skip refuse ignore
  drop teaspoon capsule dose daily discount code book session appointment website follow click shop
  trust kidding innocent harmless known browser laptop tablet screen internet online
  paragraph link broken comment comments editor editors moderator website wont np ty thx pls plz
  wk wks yrs cm mm ml min mins hr hrs xx x
  concise honest thorough accurate balanced readable accessible sensible encourage straightforward
  refresh calm gentle warm soothe thought vague confuse mislead dense patronise neat tidy crisp lucid
  succinct insight comprehensive detail reliable credible relevant timely fab fabulous terrific
  marvellous marvelous magnificent outstanding splendid wordy biased outdated incomplete rubbish silly
  sloppy lazy dry slow tedious verbose unclear fair humane compassionate elegant attractive legible
  engage fascinate inspire uplift touch educational scientific friendly reassure trustworthy smart
  clever bright sharp brief plain funny sad proud grateful simple tasteful script
  merci beaucoup bien très danke vielen dank gracias muchas grazie mille obrigado obrigada bedankt
  dziękuję teşekkürler tack takk tak super très
`);

const ENGLISH = new Set([
  ...COMMON,
  ...[...WORD_CLASSES.values()].flat(),
  ...[DESPAIR, NOW, ...TOGETHER.flat()].flatMap(wordsIn),
]);

/** How English words are bent: with what may stand for what was cut off. */
const ENDINGS: readonly (readonly [ending: RegExp, instead: string])[] = [
  [/s$/, ''],
  [/es$/, ''],
  [/ies$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1(?:ed|ing|er)$/, '$1'],
  [/ly$/, ''],
  [/er$/, ''],
  [/ful$/, ''],
  [/fully$/, ''],
  [/less$/, ''],
  [/ness$/, ''],
  [/ily$/, 'y'],
  [/ier$/, 'y'],
  [/est$/, ''],
];
const SHORTEST_STEM = 3;

/** Whether a word is one of the common English ones, bent or not. */
export function isCommonEnglish(word: string): boolean {
  const plain = word.toLowerCase().replaceAll(/['’]/g, '');
  if (ENGLISH.has(plain)) return true;
  return ENDINGS.some(([ending, instead]) => {
    const stem = plain.replace(ending, instead);
    return stem !== plain && stem.length >= SHORTEST_STEM && ENGLISH.has(stem);
  });
}

function wordsIn({ all }: Phrases): string[] {
  return all.flat().flatMap((slot) => (slot.kind === 'word' ? [...slot.words] : []));
}
