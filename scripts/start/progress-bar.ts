/** How far a long work is. */
export interface Stand {
  readonly done: number;
  readonly all: number;
  /** Since it was begun. */
  readonly seconds: number;
}

const WIDEST_BAR = 30;
const number = new Intl.NumberFormat('en-GB', { maximumFractionDigits: 0 });

/**
 * One line that shows it, never wider than the terminal:
 * `Writing the pages ██████░░░░ 6,000 of 10,000, 200 a second, 20 s left`.
 */
export function progressBar({ done, all, seconds }: Stand, columns: number): string {
  const rate = done / seconds;
  const pace =
    seconds < 1 ? '' : `, ${number.format(rate)} a second, ${toDuration((all - done) / rate)} left`;
  const before = 'Writing the pages ';
  const after = ` ${number.format(done)} of ${number.format(all)}${pace}`;
  const width = Math.min(WIDEST_BAR, columns - 1 - before.length - after.length);
  if (width < 3) return `${before.trim()}${after}`.slice(0, columns - 1);
  const full = Math.round((done / all) * width);
  return `${before}${'█'.repeat(full)}${'░'.repeat(width - full)}${after}`;
}

function toDuration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 100 ? `${whole} s` : `${Math.ceil(whole / 60)} min`;
}
