import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Page } from '../cms/catalogue.ts';
import type { Claim } from '../cms/sanity.types.ts';
import { GRADES, type Grade } from '../drawings/grade-glyph.ts';
import type { Cited, Citations } from './citations.ts';

/** A claim, ready to show. */
export interface ClaimView {
  readonly id: string;
  readonly statement: string;
  readonly status: string;
  readonly grade: Grade;
  readonly checkedAt: string;
  readonly href: string | undefined;
  readonly cited: readonly Cited[];
}

export function toClaimView(claim: Claim, citations: Citations): ClaimView {
  return {
    id: claim._id,
    statement: claim.statement,
    status: claim.status,
    grade: claim.grade,
    checkedAt: claim.checkedAt,
    href: pathOf(claim),
    cited: citations.citeAll(claim.citations),
  };
}

export interface GradeCount {
  readonly grade: Grade;
  readonly count: number;
}

/** How many claims there are of each grade, best first; grades without any are left out. */
export function countGrades(claims: readonly Pick<Claim, 'grade'>[]): readonly GradeCount[] {
  return GRADES.map((grade) => ({
    grade,
    count: claims.filter((claim) => claim.grade === grade).length,
  })).filter(({ count }) => count > 0);
}

/** The claims that a page's body weighs, each once, in reading order. */
export function claimsIn(page: Pick<Page, 'body'>, catalogue: Catalogue): readonly Claim[] {
  const references = page.body.flatMap((part) =>
    part._type === 'claimReference' ? [part.claim] : [],
  );
  return [...new Set(catalogue.findAll('claim', references))];
}

/** The subjects that claims are grouped by, in the order of the evidence page. */
export const TOPICS = [
  { topic: 'body', title: 'How lymph works' },
  { topic: 'immunity', title: 'Immunity and “detox”' },
  { topic: 'swelling', title: 'Swelling' },
  { topic: 'skin-and-shape', title: 'Skin and shape' },
  { topic: 'calm', title: 'Calm' },
  { topic: 'practice', title: 'How it is done' },
] as const satisfies readonly { topic: Claim['topic']; title: string }[];
