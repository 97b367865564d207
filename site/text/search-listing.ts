import { pathOf, sectionPath, SECTIONS } from '../cms/addresses.ts';
import type { Catalogue, Page } from '../cms/catalogue.ts';
import type { Grade } from '../drawings/grade-glyph.ts';
import { TOPICS } from './claims.ts';
import { QUESTION_SECTIONS } from './questions.ts';
import { plainText } from './rich-text.ts';
import { SECTION_TITLES } from './sections.ts';

/** Most articles of a section that are listed; the section's own pages lead to the others. */
export const LISTED = 200;

export interface ListedEntry {
  readonly title: string;
  readonly href: string;
  /** One sentence. */
  readonly summary: string;
  readonly grade?: Grade;
}

/** Entries under a heading of their own, such as the claims of one topic. */
export interface ListedSection {
  /** Undefined where the group has one section only. */
  readonly title: string | undefined;
  readonly entries: readonly ListedEntry[];
}

export interface ListedGroup {
  readonly id: string;
  readonly title: string;
  readonly sections: readonly ListedSection[];
  /** The way to what is not listed here. */
  readonly more?: { readonly href: string; readonly text: string };
}

/** Everything that can be found, by section and kind: the search page as a plain list. */
export function toSearchListing(catalogue: Catalogue): readonly ListedGroup[] {
  return [
    ...SECTIONS.map((section) => {
      const articles = catalogue.articles(section);
      const group = {
        id: section,
        title: SECTION_TITLES[section],
        sections: [{ title: undefined, entries: articles.slice(0, LISTED).map(pageEntry) }],
      };
      const text = `All ${articles.length} articles, newest first`;
      return articles.length > LISTED
        ? { ...group, more: { href: sectionPath(section), text } }
        : group;
    }),
    {
      id: 'technique',
      title: 'Technique',
      sections: [{ title: undefined, entries: catalogue.techniques().map(pageEntry) }],
    },
    { id: 'claims', title: 'Claims', sections: claimSections(catalogue) },
    { id: 'questions', title: 'Questions', sections: questionSections(catalogue) },
    {
      id: 'words',
      title: 'Glossary',
      sections: [{ title: undefined, entries: wordEntries(catalogue) }],
    },
  ].filter(({ sections }) => sections.some(({ entries }) => entries.length > 0));
}

function pageEntry(page: Page): ListedEntry {
  return { title: page.title, href: pathOf(page) ?? '/', summary: page.summary };
}

function claimSections(catalogue: Catalogue): readonly ListedSection[] {
  return TOPICS.map(({ topic, title }) => ({
    title,
    entries: catalogue
      .all('claim')
      .filter((claim) => claim.topic === topic)
      .map((claim) => ({
        title: `“${claim.statement.replace(/\.$/u, '')}”`,
        href: pathOf(claim) ?? '/evidence/',
        summary: firstSentence(claim.status),
        grade: claim.grade,
      })),
  })).filter(({ entries }) => entries.length > 0);
}

function questionSections(catalogue: Catalogue): readonly ListedSection[] {
  return QUESTION_SECTIONS.map(({ section, title }) => ({
    title,
    entries: catalogue
      .all('faq')
      .filter((faq) => faq.section === section)
      .map((faq) => ({
        title: faq.question,
        href: pathOf(faq) ?? '/faq/',
        summary: firstSentence(plainText(faq.answer)),
      })),
  })).filter(({ entries }) => entries.length > 0);
}

function wordEntries(catalogue: Catalogue): readonly ListedEntry[] {
  return catalogue.all('term').map((term) => ({
    title: term.name,
    href: pathOf(term) ?? '/glossary/',
    summary: term.meaning,
  }));
}

const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });

/** `"One. Two."` is `"One."` */
export function firstSentence(text: string): string {
  for (const { segment } of sentences.segment(text)) return segment.trim();
  return '';
}
