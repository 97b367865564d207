import { describe, expect, test } from 'vitest';

import { headingProblem } from './headings.ts';

const block = (style: string, _key: string) => ({ _type: 'block', _key, style });

describe('headingProblem', () => {
  test.for([
    { body: undefined },
    { body: [] },
    { body: [block('normal', 'a')] },
    { body: [block('h2', 'a'), block('h3', 'b')] },
    { body: [{ _type: 'callout', _key: 'a' }, block('h2', 'b')] },
  ])('accepts %o', ({ body }) => {
    expect(headingProblem(body)).toBe(true);
  });

  test('points at an h3 before the first h2', () => {
    const body = [block('normal', 'a'), block('h3', 'b'), block('h2', 'c')];
    expect(headingProblem(body)).toMatchObject({ path: [{ _key: 'b' }] });
  });
});
