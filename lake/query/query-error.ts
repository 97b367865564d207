/** A query that cannot be answered, whoever asks: `start` and `end` mark the place in its text. */
export class QueryError extends Error {
  readonly start: number;
  readonly end: number;

  constructor(message: string, start: number, end: number) {
    super(message);
    this.name = 'QueryError';
    this.start = start;
    this.end = end;
  }
}
