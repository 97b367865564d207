import { describe, expect, test } from 'vitest';

import { isBlank, isBlankMarkdown, toName } from './tidy-text.ts';

/** Characters that show nothing, by what they are called. */
const NOTHING = [
  ['a space', ' '],
  ['a no-break space', '\u00A0'],
  ['the Hangul filler', '\u3164'],
  ['the halfwidth Hangul filler', '\uFFA0'],
  ['the Hangul fillers of the first and the second part', '\u115F\u1160'],
  ['the braille blank', '\u2800'],
  ['the Mongolian vowel separator', '\u180E'],
  ['the zero-width space', '\u200B'],
  ['joiners', '\u200C\u200D'],
  ['the word joiner', '\u2060'],
  ['the invisible plus', '\u2064'],
  ['the soft hyphen', '\u00AD'],
  ['the grapheme joiner', '\u034F'],
  ['the Khmer vowels that are not written', '\u17B4\u17B5'],
  ['a musical nothing', '\u{1D159}'],
  ['accents without a letter', '\u0301\u0308'],
  ['variation selectors', '\uFE0F\u{E0100}'],
  ['tags', '\u{E0041}\u{E0042}'],
  ['marks of direction', '\u200E\u202E\u2066'],
] as const;

describe('isBlank', () => {
  test.for(NOTHING)('sees nothing in %s', ([, text]) => {
    expect(isBlank(text)).toBe(true);
    expect(isBlank(` ${text}\n${text}`)).toBe(true);
    expect(isBlank(`${text}a`)).toBe(false);
  });

  test.for(['a', '7', '.', '€', '界', '김', 'é', 'e\u0301', '👍', '👩‍⚕️', '🇬🇧', '❤️', '⠁', 'क'])(
    'sees %s',
    (text) => expect(isBlank(text)).toBe(false),
  );
});

describe('toName', () => {
  test.for(NOTHING.slice(2, -4))('leaves out %s', ([, nothing]) => {
    expect(toName(`${nothing}An${nothing}n Example${nothing}`)).toBe('Ann Example');
  });

  test.for([
    ['joiners between Latin letters', 'A\u200Dn\u200Cn\u200D', 'Ann'],
    ['selectors after Latin letters', 'Ann\uFE0F\uFE00', 'Ann'],
    ['tags that belong to no flag', 'Ann\u{E0041}\u{E0042}', 'Ann'],
  ] as const)('leaves out %s', ([, typed, name]) => expect(toName(typed)).toBe(name));

  test.for([
    'Zoë Müller-Lüdenscheidt',
    "Siobhán O'Brien",
    'Nguyễn Thị Ánh',
    'Łukasz Żółć',
    'Анна Йовович',
    'Ελένη Παπαδοπούλου',
    '김민준',
    '山田 太郎',
    '渡邉󠄂 一郎',
    'श्रेया कृष्णमूर्ति',
    'क्‍षमा',
    'শ্রেয়া',
    'தமிழ்ச்செல்வி',
    'สมชาย ใจดี',
    'مریم علی‌زاده',
    'محمد الشّريف',
    'שרה כהן',
    'ᠪᠠᠲᠤ',
    'Ann 👩‍⚕️',
    'Ann ❤️',
    'Ann 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'Ann 🇬🇧',
  ])('keeps %s', (name) => expect(toName(name)).toBe(name.normalize('NFC')));
});

describe('isBlankMarkdown', () => {
  test.for(['&shy;', '&zwnj; &#8203;\n&#xAD;', '&NoBreak;&ZeroWidthSpace;', '&#x200b;', ' '])(
    'sees nothing in %o',
    (source) => expect(isBlankMarkdown(source)).toBe(true),
  );
  test.for(['&#97;', '&shy;a', '&amp;', '&#9999999;', '&#128077;'])(
    'sees something in %o',
    (source) => expect(isBlankMarkdown(source)).toBe(false),
  );
});
