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

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'UTC',
});

/** A timestamp as "14:32 UTC". */
export function clockTime(iso: string): string {
  return `${CLOCK.format(new Date(iso))} UTC`;
}
