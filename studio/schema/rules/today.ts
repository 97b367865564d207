/** The calendar day of a moment in its own time zone, as `YYYY-MM-DD`. */
export function toDay(now: Date): string {
  const month = String(now.getMonth() + 1).padStart(2, '0');
  const day = String(now.getDate()).padStart(2, '0');
  return `${now.getFullYear()}-${month}-${day}`;
}
