import { isPage } from '../cms/document.ts';
import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Page } from '../cms/catalogue.ts';
import { imageOf, type Picture } from '../cms/images.ts';
import type { Faq, Person } from '../cms/sanity.types.ts';
import { toBody, toCautionView, type Body, type CautionView } from './body.ts';
import { toCommentsView, type CommentsView } from './comments-view.ts';
import { createCitations, type Citations, type Cited, type Reference } from './citations.ts';
import { richText } from './rich-text.ts';
import { toStepViews, type StepView } from './steps.ts';

/** A medical review that may be stated: all three parts are there. */
export interface Review {
  readonly reviewer: string;
  readonly credentials: string;
  readonly reviewedAt: string;
}

export interface FaqView {
  readonly id: string;
  readonly question: string;
  readonly html: string;
  /** Sources that the answer rests on without naming them in its text. */
  readonly cited: readonly Cited[];
}

/** A line of a list that leads to a page. */
export interface Entry {
  readonly title: string;
  readonly summary: string;
  readonly href: string;
}

/** An article or a technique, ready to show. */
export interface Reading {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly keyMessages: readonly string[];
  readonly hero: Picture | undefined;
  readonly authors: readonly Person[];
  readonly publishedAt: string;
  readonly editedAt: string | undefined;
  /** Undefined unless reviewer, credential and date are all known. */
  readonly review: Review | undefined;
  readonly nextReviewAt: string | undefined;
  readonly body: Body;
  readonly faqs: readonly FaqView[];
  readonly related: readonly Entry[];
  readonly references: readonly Reference[];
  readonly comments: CommentsView;
}

/** What a technique has beyond an article. */
export interface TechniqueReading extends Reading {
  readonly position: string;
  readonly duration: string;
  readonly pressure: string;
  readonly steps: readonly StepView[];
  readonly cautions: readonly CautionView[];
}

/** The review of a page, if it may be called reviewed. */
export function reviewOf(
  { medicalReview }: Pick<Page, 'medicalReview'>,
  catalogue: Catalogue,
): Review | undefined {
  const reviewer = catalogue.find('person', medicalReview?.reviewer);
  if (!reviewer?.credentials || !medicalReview?.reviewedAt) return undefined;
  return {
    reviewer: reviewer.name,
    credentials: reviewer.credentials,
    reviewedAt: medicalReview.reviewedAt,
  };
}

/** A question with its answer; sources that the answer cites in its text are not listed again. */
export function toFaqView(faq: Faq, catalogue: Catalogue, citations: Citations): FaqView {
  const marked = new Set(
    faq.answer.flatMap(({ markDefs }) =>
      (markDefs ?? []).flatMap((mark) => (mark._type === 'citation' ? [mark.source._ref] : [])),
    ),
  );
  return {
    id: faq._id,
    question: faq.question,
    html: richText(faq.answer, { catalogue, citations }),
    cited: citations.citeAll(faq.citations?.filter(({ source }) => !marked.has(source._ref))),
  };
}

function toEntries(
  references: readonly { readonly _ref: string }[] | undefined,
  catalogue: Catalogue,
): readonly Entry[] {
  return (references ?? []).flatMap(({ _ref }) => {
    const doc = catalogue.get(_ref);
    const href = doc && pathOf(doc);
    return doc && href && isPage(doc) ? [{ title: doc.title, summary: doc.summary, href }] : [];
  });
}

function toReadingWith(
  page: Page,
  catalogue: Catalogue,
  citations: Citations,
  shown: Set<string>,
): Reading {
  const body = toBody(page.body, catalogue, citations, shown);
  const faqs = catalogue
    .findAll('faq', page.faqs)
    .map((faq) => toFaqView(faq, catalogue, citations));
  return {
    id: page._id,
    title: page.title,
    summary: page.summary,
    keyMessages: page.keyMessages,
    hero: imageOf(page.heroImage, catalogue),
    authors: catalogue.findAll('person', page.authors),
    publishedAt: page.publishedAt,
    editedAt: page.editedAt,
    review: reviewOf(page, catalogue),
    nextReviewAt: page.medicalReview?.nextReviewAt,
    body,
    faqs,
    related: toEntries(page.related, catalogue),
    references: citations.references(),
    comments: toCommentsView(page, catalogue),
  };
}

export function toReading(page: Page, catalogue: Catalogue): Reading {
  return toReadingWith(page, catalogue, createCitations(catalogue), new Set());
}

/** A technique names its cautions before anything else, so they are numbered first. */
export function toTechniqueReading(
  technique: Extract<Page, { _type: 'technique' }>,
  catalogue: Catalogue,
): TechniqueReading {
  const citations = createCitations(catalogue);
  const shown = new Set<string>();
  const cautions = catalogue
    .findAll('contraindication', technique.contraindications)
    .map((each) => toCautionView(each, citations, shown));
  return {
    ...toReadingWith(technique, catalogue, citations, shown),
    position: technique.position,
    duration: technique.duration,
    pressure: technique.pressure,
    steps: toStepViews(technique.steps),
    cautions,
  };
}
