import type { Catalogue } from '../cms/catalogue.ts';
import { countGrades, toClaimView, TOPICS, type ClaimView, type GradeCount } from './claims.ts';
import { createCitations, type Reference } from './citations.ts';

export interface ClaimGroup {
  readonly topic: string;
  readonly title: string;
  readonly claims: readonly ClaimView[];
}

/** Every claim by topic, ready to show. */
export interface Evidence {
  readonly groups: readonly ClaimGroup[];
  readonly counts: readonly GradeCount[];
  readonly total: number;
  readonly references: readonly Reference[];
}

export function toEvidence(catalogue: Catalogue): Evidence {
  const claims = catalogue.all('claim');
  const citations = createCitations(catalogue);
  const groups = TOPICS.map(({ topic, title }) => ({
    topic,
    title,
    claims: claims
      .filter((claim) => claim.topic === topic)
      .map((claim) => toClaimView(claim, citations)),
  })).filter((group) => group.claims.length > 0);
  return {
    groups,
    counts: countGrades(claims),
    total: claims.length,
    references: citations.references(),
  };
}
