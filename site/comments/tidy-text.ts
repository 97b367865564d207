// Control characters but tab and line feed, and marks that turn the direction of what follows.
const HIDDEN = /[[\p{Cc}--[\t\n]]\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gv;

/** Typed text of several lines: composed, with plain line ends, no hidden characters, trimmed. */
export function toText(typed: string): string {
  return typed
    .toWellFormed()
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(HIDDEN, '')
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/^\n+/, '')
    .trimEnd();
}

/** As `toText`, on one line with single spaces. */
export function toLine(typed: string): string {
  return toText(typed).replaceAll(/\s+/g, ' ').trim();
}

// Letters and symbols by their class that show nothing: fillers, blanks, and what is left out in writing.
const FILLER =
  /\u034F|[\u17B4\u17B5]|[\u00AD\u115F\u1160\u180E\u200B\u2060-\u206F\u2800\u3164\uFFA0\u{1D159}]/gu;
// Joiners are part of many scripts and of emoji, but of no Latin word; so are selectors and tags.
const STRAY_JOINER =
  /(?<![[\p{L}\p{M}\p{Emoji}]--\p{sc=Latn}])[\u200C\u200D]|[\u200C\u200D](?![\p{L}\p{M}\p{Emoji}])/gv;
const STRAY_SELECTOR = /(?<=\p{sc=Latn})[\uFE00-\uFE0F]+/gu;
const STRAY_TAGS = /(?<![\u{1F3F4}\u{E0020}-\u{E007F}])[\u{E0000}-\u{E007F}]+/gu;

/** As `toLine`, without what shows nothing and makes one name look like another. */
export function toName(typed: string): string {
  const line = toLine(typed)
    .replaceAll(FILLER, '')
    .replaceAll(STRAY_JOINER, '')
    .replaceAll(STRAY_SELECTOR, '')
    .replaceAll(STRAY_TAGS, '');
  return toLine(line);
}

const SHOWS = /[[\p{L}\p{N}\p{P}\p{S}]--[\p{Default_Ignorable_Code_Point}\u2800\u{1D159}]]/v;

/** Whether there is nothing to see. */
export function isBlank(text: string): boolean {
  return !SHOWS.test(text);
}

// Written in Markdown, these are shown as the invisible characters that they name.
const REFERENCE = /&(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z\d]{2,24}));/giu;
const INVISIBLE_NAMES = new Set(
  `af applyfunction emsp emsp13 emsp14 ensp hairsp ic invisiblecomma invisibletimes it lrm mediumspace
  nbsp negativemediumspace negativethickspace negativethinspace negativeverythinspace newline nobreak
  nonbreakingspace numsp puncsp rlm shy tab thickspace thinsp thinspace verythinspace zerowidthspace zwj
  zwnj`.split(/\s+/),
);

/** As `isBlank`, of Markdown: character references to what shows nothing are nothing to see either. */
export function isBlankMarkdown(source: string): boolean {
  return isBlank(
    source.replaceAll(REFERENCE, (reference, ...[decimal, hex, name]: (string | undefined)[]) => {
      if (name !== undefined) return INVISIBLE_NAMES.has(name.toLowerCase()) ? '' : reference;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code > 0x10_ff_ff ? reference : String.fromCodePoint(code);
    }),
  );
}
