import type { Paragraph, Run } from './body.ts';
import { joinRuns } from './parse-inline.ts';

/** Writes paragraphs as text that `parseText` reads as the same paragraphs. */
export function writeText(paragraphs: readonly Paragraph[]): string {
  let text = '';
  let before: Paragraph | undefined;
  const places = new Map<number, number>();
  for (const paragraph of paragraphs) {
    const { style, list, level } = paragraph;
    if (list === undefined) places.clear();
    for (const deeper of [...places.keys()].filter((other) => other > level)) places.delete(deeper);
    places.set(level, list === 'number' ? (places.get(level) ?? 0) + 1 : 0);
    const written = writeParagraph(paragraph, places.get(level) ?? 0);
    if (written === '') continue;
    text += before === undefined ? written : toGap(before, paragraph) + written;
    before = paragraph;
    if (style === 'code') places.clear();
  }
  return text;
}

/** Items of a list follow each other closely; quoted paragraphs stay in one quotation. */
function toGap(before: Paragraph, after: Paragraph): string {
  if (before.style !== after.style) return '\n\n';
  if (before.list !== undefined && after.list !== undefined) return '\n';
  return after.style === 'blockquote' ? '\n>\n' : '\n\n';
}

function writeParagraph({ style, list, level, runs }: Paragraph, place: number): string {
  if (style === 'code') return writeCode(runs.map(({ text }) => text).join(''));
  const marker = list === undefined ? '' : list === 'number' ? `${place}. ` : '- ';
  const words = writeRuns(runs);
  if (words === '' && marker === '') return '';
  const indent = '   '.repeat(Math.max(0, level - 1));
  const quote = style === 'blockquote' ? '> ' : '';
  return (marker + words)
    .split('\n')
    .map((line) => quote + indent + line)
    .join('\n');
}

function writeCode(code: string): string {
  if (code === '') return '';
  const longest = Math.max(2, ...[...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${code}\n${fence}`;
}

function writeRuns(given: readonly Run[]): string {
  // What is joined may bring two ends of lines together, and an empty line would end the paragraph.
  const runs = joinRuns(withoutEmptyLinks(given.flatMap(apart))).map((run) => ({
    ...run,
    text: run.code ? run.text : toSingleBreaks(run.text),
  }));
  let text = '';
  let now = { strong: false, em: false };
  for (const [at, run] of runs.entries()) {
    const linked = run.href !== runs[at - 1]?.href;
    // Marks do not reach over the border of a link.
    if (linked) {
      text += toStars(now, { strong: false, em: false });
      now = { strong: false, em: false };
      if (run.href !== undefined) text += '[';
    }
    text += toStars(now, run) + writeWords(run, text === '' || text.endsWith('\n'));
    now = run;
    if (run.href !== undefined && runs[at + 1]?.href !== run.href) {
      text += `${toStars(now, { strong: false, em: false })}](${writeHref(run.href)})`;
      now = { strong: false, em: false };
    }
  }
  return (text + toStars(now, { strong: false, em: false })).trim();
}

/** Marks cannot begin or end at a space: spaces at the edges of marked words stand apart, unmarked. */
function apart(run: Run): readonly Run[] {
  if (run.code) return [{ ...run, text: run.text.replaceAll(/\s*\n\s*/g, ' ') }];
  const [, start = '', words = '', end = ''] = /^(\s*)(.*?)(\s*)$/s.exec(run.text) ?? [];
  const space = { ...run, strong: false, em: false };
  return [
    { ...space, text: start },
    { ...run, text: words },
    { ...space, text: end },
  ];
}

function toSingleBreaks(text: string): string {
  return text.replaceAll(/\s*\n\s*/g, '\n');
}

/** A link needs words: spaces that lead somewhere lead nowhere. */
function withoutEmptyLinks(runs: readonly Run[]): readonly Run[] {
  const words = runs.map((run, at) => (/\S/.test(run.text) ? at : undefined));
  const reaches = (from: number, step: 1 | -1): boolean => {
    for (let at = from; runs[at]?.href === runs[from]?.href && at in runs; at += step) {
      if (words[at] !== undefined) return true;
    }
    return false;
  };
  return runs.map((run, at) =>
    run.href === undefined || reaches(at, 1) || reaches(at, -1) ? run : { ...run, href: undefined },
  );
}

type Stars = Pick<Run, 'strong' | 'em'>;

function toStars(before: Stars, after: Stars): string {
  return (before.strong === after.strong ? '' : '**') + (before.em === after.em ? '' : '*');
}

function writeWords(run: Run, startsLine: boolean): string {
  if (run.code) return writeInlineCode(run.text);
  const escaped = run.text.replaceAll(/[\\`*[\]]|<(?=https?:|mailto:)/g, String.raw`\$&`);
  return escaped
    .split('\n')
    .map((line, at) => (at > 0 || startsLine ? escapeStart(line) : line))
    .join('\n');
}

/** Keeps a line from being taken for a quotation or an item of a list. */
function escapeStart(line: string): string {
  return line
    .replace(/^(\s*)([>+-])/, String.raw`$1\$2`)
    .replace(/^(\s*\d{1,9})([.)])/, String.raw`$1\$2`);
}

function writeInlineCode(code: string): string {
  const runs = new Set([...code.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  let length = 1;
  while (runs.has(length)) length += 1;
  const ticks = '`'.repeat(length);
  const pad = /^`|`$|^ .*\S.* $/s.test(code) ? ' ' : '';
  return ticks + pad + code + pad + ticks;
}

function writeHref(href: string): string {
  return /[()<>\s]/.test(href) ? `<${href.replaceAll(/[<>\s]/g, encodeURIComponent)}>` : href;
}
