// Each expression has bounded repeats only, so that hostile text costs no more than other text.
const ADDRESSES_AND_REFERENCES =
  /https?:\/\/\S+|www\.\S+|\b10\.\d{4,9}\/\S+|\b(?:doi|pmid|pmcid|isbn|issn)\b:?\s{0,3}[\d-]{1,20}/giu;
const NUMBER_RUN = /(?<![\p{L}\d.,/-])\+?\(?\d(?:[ ()-]{0,2}\d){8,14}(?![\p{L}\d])/gu;
const DOTTED_RUN = /(?<![\p{L}\d.])\d{2,4}(?:\.\d{2,4}){2,5}(?![\p{L}\d.])/gu;
const YEARS_ONLY = /^(?:(?:19|20)\d\d[ ()-]{0,2}){2,4}$/;
const DAY_FIRST = /^(?:19|20)\d\d-[01]\d-[0-3]\d/;
const EMAIL = /[\p{L}\d_%+-]@[\p{L}\d-]{1,63}\.[\p{L}\d]/u;
const AT = String.raw`[([{] ?at ?[)\]}]`;
const DOT = String.raw`[([{] ?(?:dot|\.) ?[)\]}]| dot `;
const SPELT_EMAIL = new RegExp(
  String.raw`[\p{L}\d] ?(?:(?:${AT}|@| at ) ?[\p{L}\d-]{1,63} ?(?:${DOT})|(?:${AT}) ?[\p{L}\d-]{1,63}\.) ?\p{L}`,
  'iu',
);
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}';
const BIRTH = new RegExp(
  [
    String.raw`\bd\.?o\.?b\b`,
    String.raw`\bdate of birth\b`,
    String.raw`\bborn (?:on )?(?:the )?\d{1,2}[\s./-](?:\d{1,2}[./-]|(?:of )?${MONTH})`,
    String.raw`\bborn (?:on )?${MONTH} \d`,
    String.raw`\bmy birthday is\b`,
  ].join('|'),
  'iu',
);
const STREET =
  /(?<![\p{L}\d])\d{1,4}[a-zA-Z]?,? (?:\p{Lu}[\p{L}'’]{1,20} ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Crescent|Court|Terrace|Place|Way|Gardens|Boulevard|Blvd|Square|Grove)(?![\p{L}])/u;
const POSTCODE = /(?<![\p{L}\d])[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}(?![\p{L}\d])/u;

/** What a text holds by which somebody could be reached or found: "a telephone number", and so on. */
export function findContacts(text: string): string[] {
  const plain = text.replaceAll(ADDRESSES_AND_REFERENCES, ' ');
  return [
    ...(hasPhone(plain) ? ['a telephone number'] : []),
    ...(EMAIL.test(plain) || SPELT_EMAIL.test(plain) ? ['an email address'] : []),
    ...(BIRTH.test(plain) ? ['a date of birth'] : []),
    ...(STREET.test(plain) || POSTCODE.test(plain) ? ['an address'] : []),
  ];
}

function hasPhone(text: string): boolean {
  for (const [run] of text.matchAll(NUMBER_RUN)) {
    if (!YEARS_ONLY.test(run) && !DAY_FIRST.test(run)) return true;
  }
  for (const [run] of text.matchAll(DOTTED_RUN))
    if (run.replaceAll('.', '').length >= 9) return true;
  return false;
}
