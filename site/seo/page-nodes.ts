import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Page } from '../cms/catalogue.ts';
import { discussionOf, type Discussion } from '../cms/comment-addresses.ts';
import { imageOf } from '../cms/images.ts';
import type { Comment, Faq, Person, Term } from '../cms/sanity.types.ts';
import { reviewOf } from '../text/reading.ts';
import { plainText } from '../text/rich-text.ts';
import { PUBLISHER_ID, SITE_ID, type Node } from './graph.ts';

function personNode(person: Person): Node {
  return {
    '@type': person.kind === 'organization' ? 'Organization' : 'Person',
    name: person.name,
    ...(person.kind === 'person'
      ? { jobTitle: person.role, honorificSuffix: person.credentials }
      : {}),
    sameAs: person.links?.length ? person.links : undefined,
  };
}

/** So many comments of a page are told of, with so much of their text. */
const COMMENTS = { most: 20, characters: 500 };

/** The first comments that an article or technique shows. */
function commentNodes({ pages }: Discussion, url: string): readonly Node[] | undefined {
  return pages[0]?.comments
    .filter(({ comment }) => comment.removed !== true)
    .slice(0, COMMENTS.most)
    .map(({ comment }) => commentNode(comment, `${url}#comment-${comment._id}`));
}

function commentNode(comment: Comment, url: string): Node {
  return {
    '@type': 'Comment',
    url,
    author: { '@type': 'Person', name: comment.name },
    dateCreated: comment.submittedAt,
    dateModified: comment.editedAt,
    text: shortened(plainText(comment.body), COMMENTS.characters),
  };
}

function shortened(text: string, most: number): string {
  const letters = [...text];
  return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : text;
}

/** An article, or the article part of a technique. A reviewer is named only where there was a full review. */
export function articleNodes(page: Page, catalogue: Catalogue, siteUrl: string): readonly Node[] {
  const url = `${siteUrl}${pathOf(page) ?? '/'}`;
  const review = reviewOf(page, catalogue);
  const discussion = discussionOf(catalogue, page._id);
  const image = imageOf(page.seo?.image ?? page.heroImage, catalogue);
  return [
    {
      '@type': 'WebPage',
      '@id': url,
      url,
      name: page.seo?.title ?? page.title,
      isPartOf: { '@id': `${siteUrl}/${SITE_ID}` },
      mainEntity: { '@id': `${url}#article` },
      lastReviewed: review?.reviewedAt,
      reviewedBy: review && {
        '@type': 'Person',
        name: review.reviewer,
        honorificSuffix: review.credentials,
      },
    },
    {
      '@type': 'Article',
      '@id': `${url}#article`,
      headline: page.title,
      description: page.summary,
      datePublished: page.publishedAt,
      dateModified: page.editedAt ?? page.publishedAt,
      author: catalogue.findAll('person', page.authors).map(personNode),
      publisher: { '@id': `${siteUrl}/${PUBLISHER_ID}` },
      image: image && `${siteUrl}${image.src}`,
      inLanguage: 'en-GB',
      isAccessibleForFree: true,
      commentCount: discussion.count,
      comment: commentNodes(discussion, url),
    },
  ];
}

/** The steps of a technique. */
export function howToNode(page: Extract<Page, { _type: 'technique' }>, siteUrl: string): Node {
  const url = `${siteUrl}${pathOf(page) ?? '/'}`;
  return {
    '@type': 'HowTo',
    '@id': `${url}#how-to`,
    name: page.title,
    description: page.summary,
    step: page.steps.map((step, index) => ({
      '@type': 'HowToStep',
      position: index + 1,
      name: step.title,
      text: step.instruction,
      url: `${url}#step-${index + 1}`,
    })),
  };
}

/** Questions with their full answers as plain text. */
export function faqNode(faqs: readonly Faq[], url: string): Node {
  return {
    '@type': 'FAQPage',
    '@id': `${url}#questions`,
    mainEntity: faqs.map((faq) => ({
      '@type': 'Question',
      name: faq.question,
      acceptedAnswer: { '@type': 'Answer', text: plainText(faq.answer) },
    })),
  };
}

export function termsNode(terms: readonly Term[], url: string, name: string): Node {
  return {
    '@type': 'DefinedTermSet',
    '@id': url,
    name,
    hasDefinedTerm: terms.map((term) => ({
      '@type': 'DefinedTerm',
      '@id': `${url}#${term._id}`,
      name: term.name,
      description: term.meaning,
      alternateName: term.alsoCalled,
    })),
  };
}
