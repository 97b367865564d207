import type { Catalogue } from '../cms/catalogue.ts';
import { imageOf, type Picture } from '../cms/images.ts';
import type { BodyContent, Callout, Contraindication, Step } from '../cms/sanity.types.ts';
import { toClaimView, type ClaimView } from './claims.ts';
import type { Cited, Citations } from './citations.ts';
import { plainText, richText, type TextBlock } from './rich-text.ts';
import { createIds } from './slug.ts';
import { toStepViews, type StepView } from './steps.ts';

export type Urgency = Contraindication['urgency'];

/** A reason not to treat, ready to show. */
export interface CautionView {
  /** Absent where the page shows the same one further up. */
  readonly id: string | undefined;
  readonly situation: string;
  readonly reason: string;
  readonly action: string;
  readonly urgency: Urgency;
  readonly cited: readonly Cited[];
}

/** A word of the glossary beside its first mention. */
export interface MarginTerm {
  readonly id: string;
  readonly name: string;
  readonly meaning: string;
}

/** A body in order: runs of plain text as HTML, and each custom block as data. */
export type BodyPart =
  | { readonly kind: 'text'; readonly html: string; readonly terms: readonly MarginTerm[] }
  | { readonly kind: 'figure'; readonly picture: Picture }
  | {
      readonly kind: 'callout';
      readonly tone: Callout['tone'];
      readonly urgency: Urgency | undefined;
      readonly title: string;
      readonly html: string;
    }
  | { readonly kind: 'claim'; readonly claim: ClaimView }
  | {
      readonly kind: 'steps';
      readonly title: string | undefined;
      readonly steps: readonly StepView[];
    }
  | { readonly kind: 'cautions'; readonly cautions: readonly CautionView[] };

export interface Heading {
  /** Of its block. */
  readonly key: string;
  readonly level: 'h2' | 'h3';
  readonly id: string;
  readonly text: string;
}

export interface Body {
  readonly parts: readonly BodyPart[];
  /** The second-level headings, for the contents list. */
  readonly headings: readonly Heading[];
}

export function toCautionView(
  caution: Contraindication,
  citations: Citations,
  shown: Set<string>,
): CautionView {
  const isFirst = !shown.has(caution._id);
  shown.add(caution._id);
  return {
    id: isFirst ? caution._id : undefined,
    situation: caution.situation,
    reason: caution.reason,
    action: caution.action,
    urgency: caution.urgency,
    cited: citations.citeAll(caution.citations),
  };
}

function headingsIn(content: BodyContent): readonly Heading[] {
  const ids = createIds();
  return content.flatMap((part) => {
    if (part._type !== 'block' || (part.style !== 'h2' && part.style !== 'h3')) return [];
    const text = plainText([part]);
    return [{ key: part._key, level: part.style, id: ids(text), text }];
  });
}

/** Splits a body where a paragraph first names a term, so that the meaning can stand beside it. */
function toRuns(body: BodyContent, newTerms: (block: TextBlock) => readonly MarginTerm[]) {
  type Run = { blocks: TextBlock[]; terms: MarginTerm[] };
  const runs: (Run | Exclude<BodyContent[number], TextBlock>)[] = [];
  let open: Run | undefined;
  for (const part of body) {
    if (part._type !== 'block') {
      open = undefined;
      runs.push(part);
      continue;
    }
    const terms = newTerms(part);
    // A list stays in one run: splitting it would restart its numbers.
    if (!open || (terms.length > 0 && !part.listItem)) {
      open = { blocks: [], terms: [] };
      runs.push(open);
    }
    open.blocks.push(part);
    open.terms.push(...terms);
  }
  return runs;
}

/**
 * Makes a body ready to show, numbering its sources in the order of reading.
 *
 * @param shown ids of the cautions that the page shows so far; it grows
 */
export function toBody(
  content: BodyContent,
  catalogue: Catalogue,
  citations: Citations,
  shown: Set<string> = new Set(),
): Body {
  const headings = headingsIn(content);
  const explained = new Set<string>();
  const newTerms = (block: TextBlock): readonly MarginTerm[] =>
    (block.markDefs ?? []).flatMap((mark) => {
      if (mark._type !== 'glossaryTerm' || explained.has(mark.term._ref)) return [];
      const term = catalogue.find('term', mark.term);
      if (!term) return [];
      explained.add(term._id);
      return [{ id: term._id, name: term.name, meaning: term.meaning }];
    });
  const idOf = (key: string | undefined): string | undefined =>
    headings.find((heading) => heading.key === key)?.id;
  const context = { catalogue, citations, idOf };

  const parts = toRuns(content, newTerms).flatMap((part): BodyPart[] => {
    if ('blocks' in part) {
      return [{ kind: 'text', html: richText(part.blocks, context), terms: part.terms }];
    }
    switch (part._type) {
      case 'figure': {
        const picture = imageOf(part, catalogue);
        return picture ? [{ kind: 'figure', picture }] : [];
      }
      case 'callout':
        return [
          {
            kind: 'callout',
            tone: part.tone,
            urgency: part.urgency,
            title: part.title,
            html: richText(part.body, { catalogue, citations }),
          },
        ];
      case 'claimReference': {
        const claim = catalogue.find('claim', part.claim);
        return claim ? [{ kind: 'claim', claim: toClaimView(claim, citations) }] : [];
      }
      case 'stepList':
        return [
          { kind: 'steps', title: part.title, steps: toStepViews(part.steps satisfies Step[]) },
        ];
      case 'contraindicationList': {
        const found = catalogue.findAll('contraindication', part.contraindications);
        return [
          {
            kind: 'cautions',
            cautions: found.map((each) => toCautionView(each, citations, shown)),
          },
        ];
      }
    }
  });

  return { parts, headings: headings.filter(({ level }) => level === 'h2') };
}

/** Whether a body draws steps, and so needs the drawn body on its page. */
export const hasSteps = ({ parts }: Body): boolean => parts.some(({ kind }) => kind === 'steps');
