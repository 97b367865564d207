const wordsOf = (text: string): readonly string[] => text.trim().split(/\s+/);

/** The words of a text, to look them up. */
export function wordSet(text: string): ReadonlySet<string> {
  return new Set(wordsOf(text));
}

const SERIOUS = wordsOf(`
  cancer cancers tumour tumours tumor tumors lymphoma leukaemia leukemia melanoma sarcoma myeloma
  carcinoma metastasis metastases diabetes arthritis fibromyalgia asthma autism alzheimers dementia
  parkinsons sclerosis endometriosis hypertension thrombosis dvt embolism lupus hepatitis
  epilepsy hiv depression schizophrenia bipolar anorexia bulimia cirrhosis tuberculosis sepsis copd
  crohns colitis ms infertility covid herpes
`);

const ILLNESSES = [
  ...SERIOUS,
  ...wordsOf(`
    lymphoedema lymphedema lipoedema lipedema cellulitis erysipelas eczema psoriasis migraine
    migraines disease diseases illness illnesses infection infections failure clot clots
  `),
];

const MEDICINES = wordsOf(`
  medicine medicines medication medications med meds tablet tablets pill pills drug drugs diuretic
  diuretics furosemide frusemide bumetanide spironolactone antibiotic antibiotics penicillin
  flucloxacillin amoxicillin warfarin apixaban rivaroxaban heparin clopidogrel anticoagulant
  anticoagulants thinner thinners chemo chemotherapy radiotherapy immunotherapy tamoxifen letrozole
  anastrozole exemestane herceptin statin statins insulin metformin steroid steroids prednisolone
  prednisone methotrexate levothyroxine antidepressant antidepressants sertraline painkiller
  painkillers ibuprofen paracetamol acetaminophen aspirin morphine codeine tramadol gabapentin
  pregabalin inhaler inhalers prescription prescriptions vaccine vaccines antihistamines
`);

const RELATIVES = wordsOf(`
  mother mum mom mam father dad parent husband wife partner son daughter child baby sister brother
  aunt uncle cousin niece nephew gran grandma grandmother nan grandad grandpa grandfather friend
  neighbour neighbor colleague girlfriend boyfriend boss
`);

/** Classes of words that phrases name in braces. */
export const WORD_CLASSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['illness', ILLNESSES],
  ['serious', SERIOUS],
  ['medicine', MEDICINES],
  [
    'vaccine',
    wordsOf(`
      vaccine vaccines vaccination vaccinations vax vaxx jab jabs immunisation immunisations
      immunization immunizations inoculation inoculations
    `),
  ],
  ['relative', RELATIVES],
  ['relatives', RELATIVES.map((relative) => `${relative}s`)],
  [
    'procedure',
    wordsOf(`
      chemo chemotherapy radiotherapy mastectomy lumpectomy biopsy hysterectomy transplant dialysis
      amputation miscarriage abortion dissection
    `),
  ],
  [
    'clinician',
    wordsOf(`
      doctor doctors gp gps consultant consultants surgeon surgeons oncologist oncologists nurse nurses
      hospital hospitals
    `),
  ],
  ['limb', wordsOf('leg legs calf calves thigh thighs ankle ankles foot feet')],
]);

/** Words that stand between "have" and the name of an illness. */
export const FILLERS = wordSet(`
    a an the some this very quite mild moderate severe bad serious early advanced
    late chronic acute primary secondary terminal metastatic incurable recurrent stage grade type
    i ii iii iv left right both bilateral upper lower breast lung bowel colon prostate skin ovarian
    cervical womb kidney liver heart brain bone blood thyroid pancreatic throat head neck leg arm
    multiple rheumatoid non hodgkin hodgkins deep vein active had been got have also now only just
    recently still another two and or of with from
  `);

/** Numbers that are written as words. */
export const NUMBERS = wordSet(
  'one two three four five six seven eight nine ten twelve twenty thirty fifty hundred half',
);
