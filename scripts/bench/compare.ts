import { isRecord } from '../../site/cms/document.ts';

/**
 * Divides the numbers of one benchmark's figures by those of an earlier one, name by name.
 *
 * @returns the same shape, holding only names that both have with numbers in them
 */
export function ratiosOf(figures: unknown, earlier: unknown): Readonly<Record<string, unknown>> {
  const ratios: Record<string, unknown> = {};
  if (!isRecord(figures) || !isRecord(earlier)) return ratios;
  for (const [name, value] of Object.entries(figures)) {
    const before = earlier[name];
    if (typeof value === 'number' && typeof before === 'number' && before !== 0) {
      ratios[name] = Math.round((value / before) * 100) / 100;
    } else if (isRecord(value) && isRecord(before)) {
      ratios[name] = ratiosOf(value, before);
    }
  }
  return ratios;
}
