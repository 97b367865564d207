/** How well a claim is supported, best first. */
export const GRADES = ['strong', 'moderate', 'limited', 'conflicting', 'none'] as const;
export type Grade = (typeof GRADES)[number];

// Five steps, each climbed (1) or not (0). Conflicting misses every other step, so that it is not read as a middle.
const STEPS: Readonly<Record<Grade, readonly (0 | 1)[]>> = {
  strong: [1, 1, 1, 1, 1],
  moderate: [1, 1, 1, 1, 0],
  limited: [1, 1, 0, 0, 0],
  conflicting: [1, 0, 1, 0, 1],
  none: [0, 0, 0, 0, 0],
};

const HEIGHTS = [4, 6.5, 9, 11.5, 14];

/**
 * The site's mark for a grade: one path in a 14 by 14 box, to be filled with the text's colour.
 *
 * A climbed step is a bar, a missing one the foot of it: it reads at 14 px without colour.
 */
export function gradePath(grade: Grade): string {
  return STEPS[grade]
    .map((climbed, index) => {
      const height = climbed ? (HEIGHTS[index] ?? 0) : 1.5;
      return `M${index * 3} 14v-${height}h2v${height}z`;
    })
    .join('');
}
