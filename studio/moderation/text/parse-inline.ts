import type { Run } from './body.ts';
import { parseHref } from './href.ts';

type Token =
  | { readonly kind: 'text' | 'code'; readonly text: string }
  /** One to three stars: `*` begins or ends emphasis, `**` strong words, `***` both. */
  | {
      readonly kind: 'stars';
      readonly text: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'open'; readonly text: '[' }
  | { readonly kind: 'close'; readonly text: string; readonly href: string };

type Marks = Omit<Run, 'text'>;

/** After so many marks of a paragraph were begun in vain, the stars that follow are only stars. */
const ROUNDS = 20;

const PLAIN: Marks = { strong: false, em: false, code: false, href: undefined };

const WORDS = /[^\\`*[\]<]+/y;
const ESCAPE = /\\([!-/:-@[-`{-~])/y;
const TICKS = /`+/y;
const STARS = /\*+/y;
const CLOSE = /\]\((?:<([^<>\s]+)>|([^()<>\s]+))\)/y;
const ADDRESS = /<((?:https?:\/\/|mailto:)[^<>\s]+)>/y;

/** Reads one paragraph's marks: `*emphasis*`, `**strong**`, `` `code` ``, `[words](https://…)`. */
export function parseInline(source: string): readonly Run[] {
  return joinRuns(toRuns(tokenize(source)));
}

function tokenize(source: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const match = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    return pattern.exec(source);
  };
  while (at < source.length) {
    const [whole, token] = tokenAt(source, at, match);
    if (Array.isArray(token)) tokens.push(...token);
    else tokens.push(token);
    at += whole.length;
  }
  return tokens;
}

function tokenAt(
  source: string,
  at: number,
  match: (pattern: RegExp) => RegExpExecArray | null,
): [string, Token | Token[]] {
  const text = source.charAt(at);
  switch (text) {
    case '\\': {
      const [whole = text, escaped = text] = match(ESCAPE) ?? [];
      return [whole, { kind: 'text', text: escaped }];
    }
    case '`': {
      const [ticks = text] = match(TICKS) ?? [];
      const code = codeAfter(source, at, ticks);
      if (code === undefined) return [ticks, { kind: 'text', text: ticks }];
      return [ticks + code + ticks, { kind: 'code', text: trimCode(code) }];
    }
    case '*': {
      const [stars = text] = match(STARS) ?? [];
      if (stars.length > 3) return [stars, { kind: 'text', text: stars }];
      const before = source.charAt(at - 1);
      const after = source.charAt(at + stars.length);
      return [stars, { kind: 'stars', text: stars, before, after }];
    }
    case '[':
      return [text, { kind: 'open', text }];
    case ']': {
      const [whole = text, angled, bare] = match(CLOSE) ?? [];
      const href = parseHref(angled ?? bare);
      return [whole, href ? { kind: 'close', text: whole, href } : { kind: 'text', text: whole }];
    }
    case '<': {
      const [whole = text, address = ''] = match(ADDRESS) ?? [];
      const href = parseHref(address);
      if (href === undefined) return [whole, { kind: 'text', text: whole }];
      const words = address.replace(/^mailto:/, '');
      const open = { kind: 'open', text: '[' } as const;
      return [whole, [open, { kind: 'text', text: words }, { kind: 'close', text: '', href }]];
    }
    default: {
      const [words = text] = match(WORDS) ?? [];
      return [words, { kind: 'text', text: words }];
    }
  }
}

/** What stands before the next run of just as many ticks. */
function codeAfter(source: string, at: number, ticks: string): string | undefined {
  const start = at + ticks.length;
  for (let end = source.indexOf(ticks, start); end !== -1;) {
    let after = end;
    while (source.charAt(after) === '`') after += 1;
    if (after - end === ticks.length) return source.slice(start, end);
    end = source.indexOf(ticks, after);
  }
  return undefined;
}

/** Code of one line; one space on either side only keeps its ticks apart from those around it. */
function trimCode(given: string): string {
  const code = given.replaceAll('\n', ' ');
  return /^ .*\S.* $/.test(code) ? code.slice(1, -1) : code;
}

type Part = Token | { readonly kind: 'runs'; readonly runs: readonly Run[] };

/** Links first: their words are read for themselves. */
function toRuns(tokens: readonly Token[]): readonly Run[] {
  const parts: Part[] = [];
  let opened: number[] = [];
  for (const token of tokens) {
    if (token.kind === 'open') opened.push(parts.length);
    const open = token.kind === 'close' ? opened.pop() : undefined;
    const words = open === undefined ? [] : parts.slice(open + 1);
    if (token.kind !== 'close' || open === undefined || words.length === 0) {
      parts.push(token);
      continue;
    }
    parts.splice(open, Infinity, {
      kind: 'runs',
      runs: toMarked(words, { ...PLAIN, href: token.href }),
    });
    // Links cannot hold links: a bracket further out is only a bracket.
    opened = [];
  }
  return toMarked(parts, PLAIN);
}

/** Reads stars as marks where each that begins one is ended, and as stars elsewhere. */
function toMarked(parts: readonly Part[], base: Marks): readonly Run[] {
  const literal = new Set<Part>();
  for (let round = 1; ; round += 1) {
    const runs: Run[] = [];
    let { strong, em } = base;
    const begun: { strong?: Part; em?: Part } = {};
    for (const part of parts) {
      if (part.kind === 'runs') {
        runs.push(
          ...part.runs.map((run) => ({ ...run, strong: run.strong || strong, em: run.em || em })),
        );
        continue;
      }
      if (part.kind === 'stars' && !literal.has(part)) {
        const toggled = toggle(part, { strong, em });
        if (toggled !== undefined) {
          if (toggled.strong !== strong) begun.strong = part;
          if (toggled.em !== em) begun.em = part;
          ({ strong, em } = toggled);
          continue;
        }
      }
      runs.push({ ...base, strong, em, text: part.text, code: part.kind === 'code' });
    }
    const open = strong !== base.strong ? begun.strong : em !== base.em ? begun.em : undefined;
    if (open === undefined) return runs;
    literal.add(open);
    if (round >= ROUNDS) for (const part of parts.slice(parts.indexOf(open))) literal.add(part);
  }
}

/** The marks after these stars; undefined where they can neither begin nor end one. */
function toggle(
  { text, before, after }: Extract<Token, { kind: 'stars' }>,
  now: { readonly strong: boolean; readonly em: boolean },
): { strong: boolean; em: boolean } | undefined {
  const next = {
    strong: text.length === 1 ? now.strong : !now.strong,
    em: text.length === 2 ? now.em : !now.em,
  };
  const begins = (next.strong && !now.strong) || (next.em && !now.em);
  const ends = (!next.strong && now.strong) || (!next.em && now.em);
  const canBegin = /\S/.test(after);
  const canEnd = /\S/.test(before);
  return (begins && !canBegin) || (ends && !canEnd) ? undefined : next;
}

function isAlike(a: Run, b: Run): boolean {
  return a.strong === b.strong && a.em === b.em && a.code === b.code && a.href === b.href;
}

/** Joins neighbours that are marked alike, and drops empty ones. */
export function joinRuns(runs: readonly Run[]): readonly Run[] {
  const joined: Run[] = [];
  for (const run of runs.filter(({ text }) => text !== '')) {
    const last = joined.at(-1);
    if (last !== undefined && isAlike(last, run)) {
      joined[joined.length - 1] = { ...last, text: last.text + run.text };
    } else joined.push(run);
  }
  return joined;
}
