/** The reader's own time of day, "14:32". */
export function localTime(iso: string): string {
  return new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' });
}

/** Shows times of day as the reader's clock has them, instead of the server's. */
export function showLocalTimes(place: ParentNode): void {
  for (const time of place.querySelectorAll<HTMLTimeElement>('time.clock')) {
    time.textContent = localTime(time.dateTime);
  }
}
