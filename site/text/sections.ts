import {
  archivePages,
  archivePath,
  ARTICLES_PER_PAGE,
  pathOf,
  sectionPath,
} from '../cms/addresses.ts';
import type { Catalogue, Section } from '../cms/catalogue.ts';
import type { Article } from '../cms/sanity.types.ts';
import type { Crumb } from '../seo/graph.ts';
import { claimsIn, countGrades, type GradeCount } from './claims.ts';

export const SECTION_TITLES: Readonly<Record<Section, string>> = {
  benefits: 'Benefits',
  health: 'Health topics',
};

/** What a section is about, in one sentence. */
export const SECTION_WORDS: Readonly<Record<Section, string>> = {
  benefits: 'What lymphatic massage is said to do, what studies found, and how sure anyone can be.',
  health: 'What a session is like, who should wait, and how lymph and swelling work.',
};

export const sectionCrumb = (section: Section): Crumb => ({
  name: SECTION_TITLES[section],
  path: sectionPath(section),
});

/** An article in a list. */
export interface ArticleEntry {
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly section: Crumb;
  readonly publishedAt: string;
  /** What its claims are worth, best first. */
  readonly grades: readonly GradeCount[];
}

export function toArticleEntry(article: Article, catalogue: Catalogue): ArticleEntry {
  return {
    title: article.title,
    summary: article.summary,
    href: pathOf(article) ?? sectionPath(article.section),
    section: sectionCrumb(article.section),
    publishedAt: article.publishedAt,
    grades: countGrades(claimsIn(article, catalogue)),
  };
}

/** A page of a section's list. */
export interface Listing {
  readonly entries: readonly ArticleEntry[];
  readonly newer: string | undefined;
  readonly older: string | undefined;
}

/** The front of a section: its newest articles, and the way to those that came before. */
export function sectionFront(catalogue: Catalogue, section: Section): Listing {
  const articles = catalogue.articles(section);
  const left = articles.length - ARTICLES_PER_PAGE;
  return {
    entries: articles
      .slice(0, ARTICLES_PER_PAGE)
      .map((article) => toArticleEntry(article, catalogue)),
    newer: undefined,
    older: left > 0 ? archivePath(section, Math.ceil(left / ARTICLES_PER_PAGE)) : undefined,
  };
}

/** A page of a section's archive, counted from the oldest; undefined when there is no such page. */
export function archiveListing(
  catalogue: Catalogue,
  section: Section,
  page: string | undefined,
): Listing | undefined {
  const pages = archivePages(catalogue, section);
  const found = pages.find((each) => String(each.page) === page);
  if (!found) return undefined;
  return {
    entries: found.articles.map((article) => toArticleEntry(article, catalogue)),
    newer: found.page < pages.length ? archivePath(section, found.page + 1) : sectionPath(section),
    older: found.page > 1 ? archivePath(section, found.page - 1) : undefined,
  };
}
