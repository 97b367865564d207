import type { Doc } from '../../site/cms/document.ts';
import type { Article, Claim, Comment, Home } from '../../site/cms/sanity.types.ts';
import { createRandom, pick } from './random.ts';
import { syntheticAnswer, syntheticBody, syntheticSentence } from './synthetic-text.ts';

const SEED = 20_261_121;
const TARGETS = { claims: 27, sources: 50, terms: 30 };
const FAQS = 14;
const GRADES = ['strong', 'moderate', 'limited', 'conflicting', 'none'] as const;
const TOPICS = ['body', 'immunity', 'swelling', 'skin-and-shape', 'calm', 'practice'] as const;
const FIRST_DAY = Date.UTC(2020, 0, 1);
const HOUR_MS = 3_600_000;

const stamp = {
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  _rev: 'r1',
};
const count = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

/**
 * A whole publication of the wanted size, the same at every call: articles with two comments each,
 * and the claims, sources, terms and questions they refer to.
 */
export function syntheticDocuments(articles: number): readonly Doc[] {
  const random = createRandom(SEED);
  return [
    ...syntheticFrame(random),
    ...count(articles, (index) => syntheticArticle(random, index, articles)),
    ...count(articles * 2, (index) => syntheticReply(random, index)),
    syntheticHome(random),
  ];
}

/** One article; `index` fixes its id, slug and date. */
export function syntheticArticle(random: () => number, index: number, articles: number): Article {
  const reference = (type: string, size: number, key: string) => ({
    _key: key,
    _type: 'reference' as const,
    _ref: `${type}-${Math.floor(random() * size)}`,
  });
  return {
    ...stamp,
    _id: `article-${index}`,
    _type: 'article',
    title: syntheticSentence(random, 7),
    slug: { _type: 'slug', current: `article-${index}` },
    section: index % 2 === 0 ? 'benefits' : 'health',
    summary: syntheticSentence(random, 24),
    keyMessages: count(3, () => syntheticSentence(random, 14)),
    body: syntheticBody(random, TARGETS),
    authors: [{ _key: 'a', _type: 'reference', _ref: 'person-lymphwise' }],
    publishedAt: new Date(FIRST_DAY + index * HOUR_MS).toISOString(),
    related: count(2, (each) => ({ ...reference('article', articles, `r${each}`), _weak: true })),
    faqs: count(2, (each) => reference('faq', FAQS, `f${each}`)),
    commentsOpen: true,
  };
}

/** One approved comment; every other one answers the one before. */
export function syntheticReply(
  random: () => number,
  index: number,
  article = Math.floor(index / 2),
): Comment {
  return {
    ...stamp,
    _id: `comment-${index}`,
    _type: 'comment',
    article: { _type: 'reference', _ref: `article-${article}`, _weak: true },
    ...(index % 2 === 1
      ? { parent: { _type: 'reference', _ref: `comment-${index - 1}`, _weak: true } }
      : {}),
    name: pick(random, ['A reader', 'Another reader', 'Somebody']),
    source: 'A comment.',
    body: syntheticAnswer(random),
    submittedAt: new Date(FIRST_DAY + index * HOUR_MS).toISOString(),
  };
}

function syntheticFrame(random: () => number): readonly Doc[] {
  const text = (words: number) => syntheticSentence(random, words);
  return [
    {
      ...stamp,
      _id: 'person-lymphwise',
      _type: 'person',
      name: 'Lymphwise',
      kind: 'organization',
      slug: { _type: 'slug', current: 'lymphwise' },
    },
    {
      ...stamp,
      _id: 'settings',
      _type: 'settings',
      title: 'Lymphwise',
      tagline: text(6),
      description: text(20),
      emergencyText: text(12),
      publisher: { _type: 'reference', _ref: 'person-lymphwise' },
    },
    ...count(TARGETS.sources, (index) => ({
      ...stamp,
      _id: `source-${index}`,
      _type: 'source' as const,
      title: text(12),
      authors: ['Synthetic A', 'Synthetic B'],
      container: 'Journal of Synthetic Documents',
      year: 2000 + (index % 25),
    })),
    ...count(TARGETS.claims, (index) => syntheticClaim(random, index)),
    ...count(TARGETS.terms, (index) => ({
      ...stamp,
      _id: `term-${index}`,
      _type: 'term' as const,
      name: `term ${index}`,
      meaning: text(14),
    })),
    ...count(FAQS, (index) => ({
      ...stamp,
      _id: `faq-${index}`,
      _type: 'faq' as const,
      question: text(8),
      answer: syntheticAnswer(random),
      section: 'basics' as const,
      order: index,
    })),
  ];
}

function syntheticClaim(random: () => number, index: number): Claim {
  return {
    ...stamp,
    _id: `claim-${index}`,
    _type: 'claim',
    statement: syntheticSentence(random, 7),
    status: syntheticSentence(random, 24),
    grade: pick(random, GRADES),
    topic: pick(random, TOPICS),
    citations: [
      {
        _key: 'a',
        _type: 'citation',
        source: { _type: 'reference', _ref: `source-${index % TARGETS.sources}` },
      },
    ],
    checkedAt: '2026-11-21',
    order: index,
  };
}

function syntheticHome(random: () => number): Home {
  return {
    ...stamp,
    _id: 'home',
    _type: 'home',
    question: syntheticSentence(random, 8),
    answer: syntheticAnswer(random),
    lead: { _type: 'reference', _ref: 'article-0' },
    claims: count(4, (index) => ({
      _key: `c${index}`,
      _type: 'reference' as const,
      _ref: `claim-${index}`,
    })),
    next: [],
  };
}
