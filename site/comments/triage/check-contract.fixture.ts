import { expect, test } from 'vitest';

import type { Check } from './check.ts';
import { aComment } from './comment.fixture.ts';

/** What a check of the text must hold, and what it must leave alone. */
export const holdsContract = (
  check: Check,
  { held, harmless }: { held: readonly string[]; harmless: readonly string[] },
): void => {
  const finds = (source: string) => check(aComment({ source }));
  test.for(held)('holds: %s', (source) => expect(finds(source)).toBeDefined());
  test.for(harmless)('leaves alone: %s', (source) => expect(finds(source)).toBeUndefined());
};
