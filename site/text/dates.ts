// A page has dozens of dates, and `Intl` takes ten times as long for each.
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const IN_UTC = /^\d{4}-\d\d-\d\d(?:T[\d:.]+Z)?$/;

/** `2026-11-21` or a full timestamp as "21 November 2026", in UTC. */
export function longDate(iso: string): string {
  const [year, month, day] = isoDay(iso).split('-').map(Number);
  return `${day} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}

/** The calendar day of a timestamp, `2026-11-21`, for `<time datetime>`. */
export function isoDay(iso: string): string {
  return (IN_UTC.test(iso) ? iso : new Date(iso).toISOString()).slice(0, 10);
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A timestamp as "14:32 UTC". */
export function clockTime(iso: string): string {
  return `${CLOCK.format(new Date(iso))} UTC`;
}
