import { hash } from 'node:crypto';
import { pageAt, SECTIONS } from '../cms/addresses.ts';
import type { Catalogue, Page } from '../cms/catalogue.ts';
import type { Grade } from '../drawings/grade-glyph.ts';
import { claimsIn, countGrades } from '../text/claims.ts';
import { SECTION_TITLES } from '../text/sections.ts';

/** Part of every name: raise it when card-drawing.ts makes other pictures. */
const DESIGN = 2;

/** What is drawn to stand for a page where a link to it is shared. */
export interface Card {
  /** The name of the publication. */
  readonly name: string;
  /** The section, or what kind of page it is. */
  readonly label: string;
  readonly title: string;
  /** How well the claims of the page are supported, best first. */
  readonly grades: readonly { readonly grade: Grade; readonly count: number }[];
  readonly motif: 'upper-body' | 'whole-body' | 'evidence';
}

/** A drawn file of the site. */
export interface CardFile {
  readonly kind: 'card';
  readonly path: string;
  readonly card: Card;
}

/** The card of a page, named after the page and all that is drawn. */
function toCardFile(stem: string, card: Card): CardFile {
  const digest = hash('sha256', JSON.stringify([DESIGN, card]));
  return { kind: 'card', path: `/og/${stem}-${digest.slice(0, 8)}.png`, card };
}

/** The card of an article or a technique: it shows its title, its section and its claims' grades. */
function pageCard(page: Page, catalogue: Catalogue): CardFile {
  return toCardFile(page.slug.current ?? page._id, {
    name: catalogue.settings.title,
    label: page._type === 'technique' ? 'Technique' : SECTION_TITLES[page.section],
    title: page.title,
    grades: countGrades(claimsIn(page, catalogue)),
    motif: 'upper-body',
  });
}

/** The pages that list, by the first part of their address. */
const LISTS: Readonly<Record<string, { readonly title: string; readonly label: string }>> = {
  benefits: { title: 'What it can and cannot do for you', label: SECTION_TITLES.benefits },
  health: { title: 'Sessions, safety and how lymph works', label: SECTION_TITLES.health },
  technique: { title: 'How it is done, step by step', label: 'Technique' },
  faq: { title: 'Questions people ask', label: 'Questions' },
  glossary: { title: 'The words of lymphatic massage', label: 'Glossary' },
  references: { title: 'The studies behind every page', label: 'References' },
};

/** The card of any page that is not an article or a technique. */
function otherCard(stem: string, catalogue: Catalogue): CardFile {
  const { settings, home } = catalogue;
  const name = settings.title;
  const list = LISTS[stem];
  if (list !== undefined) {
    return toCardFile(stem, { name, ...list, grades: [], motif: 'whole-body' });
  }
  if (stem === 'evidence') {
    const title = 'How well each claim is supported';
    const grades = countGrades(catalogue.all('claim'));
    return toCardFile(stem, { name, label: 'Evidence', title, grades, motif: 'evidence' });
  }
  if (stem === '' && home !== undefined) {
    const grades = countGrades(catalogue.findAll('claim', home.claims));
    const label = settings.tagline;
    return toCardFile('home', { name, label, title: home.question, grades, motif: 'whole-body' });
  }
  const { tagline: title } = settings;
  return toCardFile('site', { name, label: '', title, grades: [], motif: 'whole-body' });
}

/**
 * The card of the page at an address.
 *
 * Archive pages share the card of their section; pages without one of their own that of the site.
 */
export function cardAt(path: string, catalogue: Catalogue): CardFile {
  const page = pageAt(catalogue, path);
  return page === undefined
    ? otherCard(path.split('/')[1] ?? '', catalogue)
    : pageCard(page, catalogue);
}

/** The card of that name, as the catalogue stands. */
export function cardNamed(path: string, catalogue: Catalogue): CardFile | undefined {
  const [, stem = ''] = /^\/og\/(.+)-[0-9a-f]{8}\.png$/.exec(path) ?? [];
  const pages = [
    ...SECTIONS.map((section) => catalogue.article(section, stem)),
    catalogue.technique(stem),
  ];
  return [
    ...pages.flatMap((page) => (page === undefined ? [] : [pageCard(page, catalogue)])),
    otherCard(stem === 'home' ? '' : stem, catalogue),
  ].find((card) => card.path === path);
}

/** Every card of the site that is drawn, each once. */
export function cards(catalogue: Catalogue): readonly CardFile[] {
  const pages: readonly Page[] = [...catalogue.articles(), ...catalogue.techniques()];
  const files = [
    ...['', 'evidence', 'site', ...Object.keys(LISTS)].map((stem) => otherCard(stem, catalogue)),
    ...pages.map((page) => pageCard(page, catalogue)),
  ];
  return [...new Map(files.map((file) => [file.path, file])).values()];
}

/** What a card says, for those who do not see it. */
export function cardWords({ name, label, title, grades }: Card): string {
  const evidence = grades.map(({ grade, count }) => `${count} ${grade}`).join(', ');
  return [
    `${/[.?!…]$/u.test(title) ? title : `${title}.`} ${[label, name].filter((word) => word !== '').join(', ')}.`,
    ...(evidence === '' ? [] : [`Claims by evidence: ${evidence}.`]),
  ].join(' ');
}
