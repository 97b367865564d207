import { createElement, type CSSProperties, type ReactElement, type ReactNode } from 'react';
import { bodyPath, detailPath, headPath } from '../drawings/body.ts';
import { gradePath } from '../drawings/grade-glyph.ts';
import { deepPaths, nodePath, vesselPaths, watershedPath } from '../drawings/lymph.ts';
import type { Card } from './cards.ts';
import { CARD_SIZE } from './picture-files.ts';

/** The publication's colours by day: whoever shows a link decides what is around it. */
const PAPER = '#f7f4ec';
const INK = '#16262a';
const INK_2 = '#425356';
const LINE_2 = '#857f6b';
const SEA = '#0b5d57';
const STRAW = '#f0dd95';
const STRAW_2 = '#e0c766';

const box = (style: CSSProperties, ...children: readonly ReactNode[]): ReactElement =>
  createElement('div', { style: { display: 'flex', ...style } }, ...children);

const COLUMN = { left: 72, width: 700 } as const;

/** Long titles are set smaller, and smaller still over two rows of grades: four lines always fit. */
function titleSize({ title, grades, motif }: Card): number {
  const isCrowded = grades.length > 3 && motif !== 'evidence';
  if (title.length <= 30) return 84;
  if (title.length <= 48) return isCrowded ? 66 : 74;
  if (title.length <= 66) return isCrowded ? 54 : 62;
  return isCrowded ? 48 : 54;
}

function gradeMark({ grade, count }: Card['grades'][number], size: number): ReactElement {
  const glyph = createElement(
    'svg',
    { width: size, height: size, viewBox: '0 0 14 14' },
    createElement('path', { d: gradePath(grade), fill: INK }),
  );
  return box(
    { alignItems: 'center', gap: size * 0.42 },
    glyph,
    box({ fontSize: size, fontWeight: 600, lineHeight: 1 }, `${count} ${grade}`),
  );
}

function opening(card: Card): ReactElement {
  const { label, title } = card;
  const section = box({ fontSize: 34, fontWeight: 600, color: SEA, letterSpacing: -0.34 }, label);
  const size = titleSize(card);
  const heading = box(
    {
      display: 'block',
      lineClamp: 4,
      wordBreak: 'break-word',
      marginTop: 20,
      fontSize: size,
      fontWeight: 500,
      lineHeight: 1.06,
      letterSpacing: size * -0.026,
      ...(title.length <= 48 ? { textWrap: 'balance' } : {}),
    },
    // Two words hold together, so that the last line of a long title is not one word.
    title.replace(/ (\S+)$/u, '\u00a0$1'),
  );
  const place = { ...COLUMN, position: 'absolute', top: 64, flexDirection: 'column' } as const;
  return label === '' ? box(place, heading) : box(place, section, heading);
}

function closing({ name, grades, motif }: Card): ReactElement {
  const place = {
    ...COLUMN,
    position: 'absolute',
    bottom: 60,
    flexDirection: 'column',
    gap: 32,
  } as const;
  const brand = { paddingLeft: 56, fontSize: 34, fontWeight: 600, letterSpacing: -0.68 };
  if (grades.length === 0 || motif === 'evidence') return box(place, box(brand, name));
  const marks = grades.map((grade) => gradeMark(grade, 32));
  return box(
    place,
    box({ flexWrap: 'wrap', rowGap: 14, columnGap: 34 }, ...marks),
    box(brand, name),
  );
}

/** In place of a drawing: every grade, large. */
function ledger({ grades }: Card): ReactElement {
  return box(
    { position: 'absolute', left: 812, top: 128, flexDirection: 'column', gap: 40 },
    ...grades.map((grade) => gradeMark(grade, 44)),
  );
}

/** The words of a card, to be set by satori over the drawing. */
export function cardWordsTree(card: Card): ReactElement {
  return box(
    { width: '100%', height: '100%', fontFamily: 'Literata, Literata Extended', color: INK },
    opening(card),
    closing(card),
    ...(card.motif === 'evidence' ? [ledger(card)] : []),
  );
}

const each = (paths: readonly string[]): string =>
  paths.map((path) => `<path d="${path}"/>`).join('');

/** The body with its lymph vessels, as on the home page, in a stroke that survives small sizes. */
function body(transform: string, scale: number): string {
  const width = (pixels: number): string => `stroke-width="${pixels / scale}"`;
  return `<g transform="${transform} scale(${scale})" fill="none" stroke-linecap="round" stroke-linejoin="round">
<g stroke="${INK}" ${width(3)}><path d="${bodyPath}"/><path d="${headPath('front')}" fill="${PAPER}"/><path d="${detailPath('front')}" stroke="${LINE_2}" ${width(2)}/></g>
<path d="${watershedPath}" stroke="${INK_2}" ${width(2)} stroke-dasharray="0.6 3"/>
<g stroke="${SEA}" ${width(2.25)} marker-mid="url(#valve)">${each(vesselPaths)}</g>
<g stroke="${SEA}" ${width(4)} marker-mid="url(#valve)">${each(deepPaths)}</g>
<path d="${nodePath}" fill="${STRAW_2}" stroke="${SEA}" ${width(2)}/>
</g>`;
}

const MARK = `<g transform="translate(72 530) scale(1.34)" fill="none" stroke="${SEA}" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"><path d="M2 7.5c4 0 5.5 1 7.5 3M1.5 16H8M2 24.5c4 0 5.5-1 7.5-3M20.5 16H30M26 12.5 29.5 16 26 19.5"/><path d="M21 9.5C15 3.5 8 8.5 8 16s7 12.5 13 6.5c3.5-3.5-2-4-2-6.5s5.5-3 2-6.5Z" fill="${STRAW}"/></g>`;

/** A lymph vessel along the foot of the card: the publication's only rule. */
const VESSEL = `<path d="M0 614H1200${Array.from({ length: 17 }, (_, index) => `M${34 + index * 72} 608l7 6-7 6`).join('')}" fill="none" stroke="${SEA}" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round"/>`;

const VALVE = `<defs><marker id="valve" viewBox="-4 -4 8 8" markerWidth="6" markerHeight="6" orient="auto" markerUnits="userSpaceOnUse"><path d="M-1.8-2L.4 0l-2.2 2" fill="none" stroke="${SEA}" stroke-width="1" stroke-linecap="round" stroke-linejoin="round"/></marker></defs>`;

const MOTIFS: Readonly<Record<Card['motif'], string>> = {
  'upper-body': body('translate(706 26)', 2.32),
  'whole-body': body('translate(796 22)', 1.66),
  evidence: '',
};

/** The whole card: its ground, its drawing and, over them, the words as satori has set them. */
export function cardSvg({ motif }: Card, words: string): string {
  const { width, height } = CARD_SIZE;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${VALVE}<rect width="${width}" height="${height}" fill="${PAPER}"/>${MOTIFS[motif]}<rect y="600" width="${width}" height="30" fill="${PAPER}"/>${VESSEL}${MARK}${words}</svg>`;
}
