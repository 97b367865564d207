/** Middle and near-worst of some measurements, in their unit, to two decimals. */
export interface Percentiles {
  readonly p50: number;
  readonly p95: number;
}

/** @throws RangeError when there is nothing to summarise */
export function percentilesOf(values: readonly number[]): Percentiles {
  if (values.length === 0) throw new RangeError('No measurements were taken.');
  const sorted = values.toSorted((a, b) => a - b);
  return { p50: rank(sorted, 0.5), p95: rank(sorted, 0.95) };
}

/** Nearest rank: the smallest value that at least this share of all values does not exceed. */
function rank(sorted: readonly number[], share: number): number {
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
  return Math.round(value * 100) / 100;
}
