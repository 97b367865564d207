/** Letters that no accent can be taken from. */
const PLAIN: Readonly<Record<string, string>> = { ł: 'l', ı: 'i', đ: 'd', ø: 'o', ß: 'ss' };
const ACCENT_OR_MARK = /[\p{Mn}\p{Cf}\p{Default_Ignorable_Code_Point}'’‘´ʼ*_~`]/gu;
const LETTER = /\p{L}/u;
/** Scripts in which a word ends before the next begins, and nothing is put in front of it. */
const SPACED = /^[\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}]/u;

/**
 * What cannot be mistaken, in the large languages: pain in the chest, no breath, wanting to die, an
 * ambulance. A word may go on after it, as languages bend their words; accents may be missing.
 */
const PHRASES = `
  dolor en el pecho, dolor de pecho, me duele el pecho, no puedo respirar, no puede respirar,
  no está respirando, me cuesta respirar, me falta el aire, quiero morir, quitarme la vida, suicidarme,
  suicidarse, suicidio, una ambulancia, tosiendo sangre, escupo sangre, labios azules, labios morados,
  no quiero vivir, no quiero seguir viviendo, no quiero estar vivo, no quiero estar viva, me duele mucho el pecho,
  le duele el pecho, le duele mucho el pecho, duele mucho el pecho, mucho dolor en el pecho, acabar con mi vida, derrame cerebral, ataque al corazón, auxilio, me desmayé

  dor no peito, dores no peito, não consigo respirar, nao consegue respirar, falta de ar, quero morrer,
  não quero mais viver, não quero viver, acabar com a minha vida, meu peito dói, dói o peito,
  não estou conseguindo respirar, tirar a minha vida, me matar, suicídio, uma ambulância, tossindo sangue, lábios roxos, ataque cardíaco,
  socorro, desmaiei

  mal à la poitrine, mal dans la poitrine, douleur à la poitrine, douleur dans la poitrine,
  douleurs à la poitrine, douleur thoracique, peux pas respirer, peux plus respirer, pas à respirer,
  plus à respirer, du mal à respirer, ne respire plus, veux plus vivre, plus envie de vivre, veux en finir, en finir avec la vie, poitrine me fait mal, poitrine qui serre, envie de mourir, veux mourir, me suicider,
  me tuer, une ambulance, crache du sang, tousse du sang, crise cardiaque, lèvres bleues, au secours,
  perdu connaissance

  schmerzen in der brust, brustschmerz, brust tut weh, brust tut so weh, tut die brust weh, tut die brust so weh, brust schmerzt,
  kaum luft, kaum noch luft, nicht genug luft, schlecht luft, schwer zu atmen, kaum atmen, mag nicht mehr leben, stechen in der brust, druck auf der brust, keine luft,
  kann nicht atmen, nicht mehr atmen, atemnot, will sterben, nicht mehr leben, das leben nehmen,
  umbringen, selbstmord, suizid, huste blut, hustet blut, blut gehustet, herzinfarkt, schlaganfall,
  krankenwagen, notarzt, bewusstlos, ohnmächtig, blaue lippen

  dolore al petto, dolori al petto, male al petto, non riesco a respirare, non riesce a respirare,
  non respira più, non voglio più vivere, non voglio vivere, farla finita, mi fa male il petto, mi manca il respiro,
  mi manca l'aria, voglio morire, uccidermi, ammazzarmi, suicidarmi, suicidio, ambulanza, tosse con sangue,
  sputo sangue, attacco di cuore, sono svenut

  pijn op de borst, pijn in de borst, pijn op mijn borst, niet ademen, geen adem, geen lucht,
  benauwd op de borst, borst doet pijn, borst doet zeer, krijg bijna geen lucht, nauwelijks lucht, wil niet meer, uit het leven stappen,
  wil dood, wil sterven, niet meer leven, zelfmoord, hoest bloed, bloed ophoesten,
  hartaanval, een beroerte, bewusteloos, flauwgevallen, een ambulance, blauwe lippen

  bol w klatce, boli w klatce, boli mnie klatka, nie mogę oddychać, nie może oddychać, duszę się,
  duszności, chcę umrzeć, nie chcę żyć, nie chcę już żyć, nie chce mi się żyć, boli mnie w klatce, brakuje mi tchu, odebrać sobie życie, się zabić, samobój, kaszlę krwią, pluję krwią, zawał serca,
  udar mózgu, karetk, pogotowie, stracił przytomność, straciła przytomność, ratunku

  göğsüm ağrıyor, göğüs ağrısı, göğsümde ağrı, nefes alamıyor, nefes darlığı, ölmek istiyorum,
  yaşamak istemiyorum, intihar, kendimi öldür, kan tükürüyor, kan öksür, kalp krizi, felç geçir,
  ambulans, imdat, bayıldı

  durere în piept, dureri în piept, nu pot respira, nu pot să respir, vreau să mor, sinucid,
  o ambulanță, infarct miocardic

  ont i bröstet, kan inte andas, vill inte leva, självmord, hjärtattack, brystsmerter, smerter i brystet,
  kan ikke puste, vil ikke leve, selvmord, rintakipu, en saa henkeä, itsemurha

  nyeri dada, sakit dada, dada saya sakit, sesak napas, sesak nafas, tidak bisa bernapas,
  tidak bisa bernafas, ingin mati, mau mati, bunuh diri, serangan jantung, batuk darah, pingsan

  đau ngực, không thở được, khó thở quá, muốn chết, tự sát, cấp cứu, nhồi máu cơ tim

  masakit ang dibdib, hindi makahinga, hirap huminga, gusto ko nang mamatay, magpakamatay,
  maumivu ya kifua, siwezi kupumua, nataka kufa, kujiua

  боль в груди, боли в груди, болит грудь, грудь болит, болит в груди, не могу дышать, не может дышать,
  трудно дышать, задыхаюсь, задыхается, не дышит, хочу умереть, не хочу жить, убить себя,
  покончить с собой, суицид, самоубийств, кашляю кровью, кашляет кровью, кашель с кровью, инфаркт,
  инсульт, скорую, помогите, без сознания, потерял сознание, потеряла сознание, синие губы, посинели губы

  біль у грудях, болить у грудях, не можу дихати, хочу померти, не хочу жити, самогубств,
  кашляю кров, інфаркт, швидку допомогу, допоможіть, знепритомні

  πόνο στο στήθος, πόνος στο στήθος, πονάει το στήθος, δεν μπορώ να αναπνεύσω, θέλω να πεθάνω, αυτοκτον,
  ασθενοφόρο, βοήθεια

  ألم في الصدر, ألم في صدري, صدري يؤلمني, وجع في صدري, لا أستطيع التنفس, لا أقدر أتنفس, ما أقدر أتنفس,
  مش قادر أتنفس, مش قادرة أتنفس, ضيق في التنفس, ضيق تنفس, أريد أن أموت, أريد الموت, عايز أموت, انتحار,
  أنتحر, نوبة قلبية, إسعاف, النجدة, سعال دم, دم مع السعال, فقدت الوعي, فقد الوعي

  درد قفسه سینه, درد سینه, قفسه سینه ام درد, نمی توانم نفس بکشم, نمیتوانم نفس بکشم, نمیتونم نفس بکشم, نفسم بالا نمیاد,
  میخواهم بمیرم, می خواهم بمیرم, میخوام بمیرم, خودکشی, اورژانس, سکته, سینے میں درد, سانس نہیں, مرنا چاہت,
  خودکشی, دل کا دورہ

  כאב בחזה, כאבים בחזה, לא יכול לנשום, לא יכולה לנשום, לא מצליח לנשום, לא מצליחה לנשום, רוצה למות,
  להתאבד, התאבדות, אמבולנס, הצילו

  सीने में दर्द, छाती में दर्द, सांस नहीं, साँस नहीं, सांस लेने में, मरना चाहता, मरना चाहती, आत्महत्या, खुदकुशी,
  खांसी में खून, दिल का दौरा, एम्बुलेंस, एंबुलेंस, बेहोश, बचाओ, বুকে ব্যথা, শ্বাস নিতে পার, আত্মহত্যা, মরতে চাই, அவசர ஊர்தி,
  மூச்சு விட முடிய, நெஞ்சு வலி, தற்கொலை

  胸痛, 胸口痛, 胸口疼, 胸部疼, 胸闷, 胸悶, 呼吸困难, 呼吸困難, 不能呼吸, 无法呼吸, 無法呼吸, 喘不过气, 喘不過氣,
  喘不上气, 想死, 自杀, 自殺, 不想活, 咳血, 吐血, 救护车, 救護車, 救命, 昏倒, 晕倒, 暈倒, 嘴唇发紫, 嘴唇發紫, 心脏病发,
  心臟病發

  胸が痛, 胸の痛み, 胸が苦し, 息ができな, 息が出来な, 息苦し, 呼吸ができな, 死にたい, 血を吐, 喀血, 救急車, 心筋梗塞,
  意識がな, 助けて

  가슴이 아, 가슴 통증, 가슴통증, 흉통, 숨을 못, 숨을 쉴 수, 숨이 막, 호흡곤란, 호흡 곤란, 죽고 싶, 자살, 구급차, 살려주, 심장마비,
  의식을 잃

  เจ็บหน้าอก, หายใจไม่ออก, อยากตาย, ฆ่าตัวตาย, รถพยาบาล
`
  .split(/,|\n\n/)
  .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))
  .map((written) => ({ written, folded: fold(written) }));

/** Words of danger or despair in another language that stand in a text, in quotation marks. */
export function findAbroad(typed: string): string | undefined {
  const text = fold(typed);
  const found = PHRASES.find(({ folded }) => stands(folded, text));
  return found && `“${found.written}”`;
}

function stands(phrase: string, text: string): boolean {
  for (let at = text.indexOf(phrase); at !== -1; at = text.indexOf(phrase, at + 1)) {
    if (!SPACED.test(phrase) || at === 0 || !LETTER.test(text.charAt(at - 1))) return true;
  }
  return false;
}

/** In small letters without accents and emphasis, on one line with single spaces. */
function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(ACCENT_OR_MARK, '')
    .replaceAll(/[łıđøß]/g, (letter) => PLAIN[letter] ?? letter)
    .replaceAll(/\s+/g, ' ')
    .trim();
}
