/** What can be found, in the order it is listed. */
export const KINDS = [
  { kind: 'article', label: 'Articles' },
  { kind: 'technique', label: 'Techniques' },
  { kind: 'claim', label: 'Claims' },
  { kind: 'question', label: 'Questions' },
  { kind: 'word', label: 'Glossary' },
  { kind: 'page', label: 'About' },
] as const;

export type Kind = (typeof KINDS)[number]['kind'];

export function isKind(value: unknown): value is Kind {
  return KINDS.some(({ kind }) => kind === value);
}
