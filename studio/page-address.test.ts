import { describe, expect, test } from 'vitest';

import { toPageAddress } from './page-address.ts';

const SITE = 'http://localhost:4321';

describe('toPageAddress', () => {
  test.for([
    [{ _type: 'article', section: 'benefits', slug: { current: 'sleep' } }, '/benefits/sleep/'],
    [{ _type: 'article', section: 'health', slug: { current: 'legs' } }, '/health/legs/'],
    [{ _type: 'technique', slug: { current: 'self-massage' } }, '/technique/self-massage/'],
    [{ _type: 'claim' }, '/evidence/'],
    [{ _type: 'home' }, '/'],
  ] as const)('%o is at %s', ([document, path]) => {
    expect(toPageAddress(document, SITE)).toBe(SITE + path);
  });

  test.for([
    { _type: 'article', slug: { current: 'no-section' } },
    { _type: 'article', section: 'benefits' },
    { _type: 'technique', slug: {} },
    { _type: 'comment' },
  ])('%o has none', (document) => {
    expect(toPageAddress(document, SITE)).toBeUndefined();
  });
});
