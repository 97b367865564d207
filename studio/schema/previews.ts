import { GRADES, SECTIONS, shortTitleOf, titleOf, URGENCIES } from './choices.ts';

const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });

/** A stored date or date-time as “21 Nov 2026”; an empty string when it is missing or not a date. */
export function toDate(value: unknown): string {
  if (typeof value !== 'string' || Number.isNaN(Date.parse(value))) return '';
  return DAY.format(new Date(value));
}

/** Joins the parts that are there with a middle dot. */
export function joinParts(...parts: readonly (string | false | undefined)[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

/** “Benefits · 21 Nov 2026 · reviewed 3 Oct 2026” */
export function toArticleSubtitle(article: {
  section?: unknown;
  publishedAt?: unknown;
  reviewedAt?: unknown;
}): string {
  const reviewed = toDate(article.reviewedAt);
  return joinParts(
    titleOf(SECTIONS, article.section),
    toDate(article.publishedAt),
    reviewed && `reviewed ${reviewed}`,
  );
}

/** “Limited · checked 3 Oct 2026” */
export function toClaimSubtitle(claim: { grade?: unknown; checkedAt?: unknown }): string {
  const checked = toDate(claim.checkedAt);
  return joinParts(titleOf(GRADES, claim.grade), checked && `checked ${checked}`);
}

/** “Emergency · the reason”, shortened by the list itself. */
export function toContraindicationSubtitle(entry: { urgency?: unknown; reason?: unknown }): string {
  const reason = typeof entry.reason === 'string' ? entry.reason : '';
  return joinParts(shortTitleOf(URGENCIES, entry.urgency), reason);
}

/** “Ezzo J, Manheimer E and others · Cochrane · 2015” */
export function toSourceSubtitle(source: {
  authors?: unknown;
  container?: unknown;
  year?: unknown;
}): string {
  const authors = Array.isArray(source.authors)
    ? source.authors.filter((name) => typeof name === 'string')
    : [];
  const named = authors.slice(0, 2).join(', ') + (authors.length > 2 ? ' and others' : '');
  return joinParts(
    named,
    typeof source.container === 'string' && source.container,
    typeof source.year === 'number' && String(source.year),
  );
}

/** “1 step”, “6 steps” */
export function toStepCount(steps: unknown): string {
  const count = Array.isArray(steps) ? steps.length : 0;
  return count === 1 ? '1 step' : `${count} steps`;
}
