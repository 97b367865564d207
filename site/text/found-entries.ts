import { pathOf } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import type { FoundEntry } from '../search/found-entry.ts';
import { TOPICS } from './claims.ts';
import { QUESTION_SECTIONS } from './questions.ts';
import { plainText } from './rich-text.ts';

/** The claims, questions and words that search finds one by one, each with its whole text. */
export function toFoundEntries(catalogue: Catalogue): readonly FoundEntry[] {
  const claims = catalogue.all('claim').map((claim) => ({
    url: pathOf(claim) ?? '/evidence/',
    kind: 'claim' as const,
    section: TOPICS.find(({ topic }) => topic === claim.topic)?.title ?? '',
    title: claim.statement,
    text: claim.status,
    grade: claim.grade,
  }));
  const questions = catalogue.all('faq').map((faq) => ({
    url: pathOf(faq) ?? '/faq/',
    kind: 'question' as const,
    section: QUESTION_SECTIONS.find(({ section }) => section === faq.section)?.title ?? '',
    title: faq.question,
    text: plainText(faq.answer),
  }));
  const words = catalogue.all('term').map((term) => ({
    url: pathOf(term) ?? '/glossary/',
    kind: 'word' as const,
    section: 'Glossary',
    title: term.name,
    text: [term.meaning, ...(term.alsoCalled ?? [])].join(' '),
  }));
  return [...claims, ...questions, ...words];
}
