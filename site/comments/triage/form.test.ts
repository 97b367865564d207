import { describe, expect, test } from 'vitest';

import { aComment, facts } from './comment.fixture.ts';
import type { Facts } from './facts.ts';
import { formAge } from './form.ts';

const MINUTE = 60_000;
const find = (form: Facts['form']) => formAge({ ...aComment(), facts: { ...facts, form } });

describe('formAge', () => {
  test.for([
    [{ ageMs: 2999 }, 'too-fast'],
    [{ ageMs: 3000 }, undefined],
    [{ ageMs: 24 * 60 * MINUTE }, undefined],
    [{ ageMs: 24 * 60 * MINUTE + 1 }, 'old-form'],
    [{ ageMs: -MINUTE }, 'too-fast'],
    [{ ageMs: Number.NaN }, 'too-fast'],
    ['forged', 'forged-form'],
    ['none', 'no-ticket'],
    ['not-needed', undefined],
  ] as const)('of %j finds %s', ([form, code]) => {
    expect(find(form)?.code).toBe(code);
  });

  test('teaches programs nothing', () => {
    expect(find({ ageMs: 100 })).not.toHaveProperty('commenter');
    expect(find('forged')).not.toHaveProperty('commenter');
  });
});
