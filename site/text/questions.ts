import type { Catalogue } from '../cms/catalogue.ts';
import type { Faq } from '../cms/sanity.types.ts';
import { createCitations, type Reference } from './citations.ts';
import { toFaqView, type FaqView } from './reading.ts';

/** The sections of the questions page, in its order. */
export const QUESTION_SECTIONS = [
  { section: 'basics', title: 'The basics' },
  { section: 'sessions', title: 'Sessions' },
  { section: 'at-home', title: 'At home' },
  { section: 'safety', title: 'Safety' },
  { section: 'results', title: 'Results' },
] as const satisfies readonly { section: Faq['section']; title: string }[];

export interface FaqGroup {
  readonly section: string;
  readonly title: string;
  readonly faqs: readonly FaqView[];
}

/** Every question by section, ready to show. */
export interface Questions {
  readonly groups: readonly FaqGroup[];
  readonly references: readonly Reference[];
}

export function toQuestions(catalogue: Catalogue): Questions {
  const citations = createCitations(catalogue);
  const faqs = catalogue.all('faq');
  const groups = QUESTION_SECTIONS.map(({ section, title }) => ({
    section,
    title,
    faqs: faqs
      .filter((faq) => faq.section === section)
      .map((faq) => toFaqView(faq, catalogue, citations)),
  })).filter((group) => group.faqs.length > 0);
  return { groups, references: citations.references() };
}
