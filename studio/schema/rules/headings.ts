export interface HeadingProblem {
  readonly message: string;
  readonly path: { _key: string }[];
}

interface Block {
  readonly _key: string;
  readonly style: string;
}

function isBlock(value: unknown): value is Block {
  return (
    typeof value === 'object' &&
    value !== null &&
    '_key' in value &&
    typeof value._key === 'string' &&
    'style' in value &&
    typeof value.style === 'string'
  );
}

/** Finds a smaller heading (h3) that comes before the first large one (h2). */
export function headingProblem(body: readonly unknown[] | undefined): true | HeadingProblem {
  const headings = (body ?? [])
    .filter(isBlock)
    .filter(({ style }) => style === 'h2' || style === 'h3');
  const first = headings[0];
  if (first === undefined || first.style === 'h2') return true;
  return {
    message: 'A smaller heading comes before the first large one. Start with “Heading”.',
    path: [{ _key: first._key }],
  };
}
