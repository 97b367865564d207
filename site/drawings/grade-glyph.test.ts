import { describe, expect, test } from 'vitest';
import type { Claim } from '../cms/sanity.types.ts';
import { GRADES, gradePath, type Grade } from './grade-glyph.ts';

// These fail to compile, not to run, when either side gains a grade.
const toStored = (grade: Grade): Claim['grade'] => grade;
const toDrawn = (grade: Claim['grade']): Grade => grade;

describe('gradePath', () => {
  test('differs for every grade', () => {
    expect(new Set(GRADES.map(gradePath)).size).toBe(GRADES.length);
  });

  test.for(GRADES)('%s has five steps inside its box', (grade) => {
    const steps = gradePath(grade).split('M').slice(1);
    expect(steps).toHaveLength(5);
    for (const step of steps) {
      const [, x, height] = /^(\d+) 14v-([\d.]+)h2/u.exec(step) ?? [];
      expect(Number(x)).toBeLessThanOrEqual(12);
      expect(Number(height)).toBeLessThanOrEqual(14);
    }
  });

  test('knows the grades of the content model', () => {
    expect(GRADES.map((grade) => toDrawn(toStored(grade)))).toEqual(GRADES);
  });
});
