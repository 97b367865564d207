const LONG = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
});

/** `2026-11-21` or a full timestamp as "21 November 2026", in UTC. */
export function longDate(iso: string): string {
  return LONG.format(new Date(iso));
}

/** The calendar day of a timestamp, `2026-11-21`, for `<time datetime>`. */
export function isoDay(iso: string): string {
  return new Date(iso).toISOString().slice(0, 10);
}
