import type { SQLOutputValue } from 'node:sqlite';

/** One row as `node:sqlite` hands it over. */
export type Row = Record<string, SQLOutputValue>;

/** The text in a column. Throws if the column holds anything else. */
export function textOf(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} holds no text.`);
  return value;
}

export function optionalTextOf(row: Row, column: string): string | undefined {
  const value = row[column];
  return typeof value === 'string' ? value : undefined;
}

/** The integer in a column. Throws if the column holds anything else. */
export function integerOf(row: Row, column: string): number {
  const value = row[column];
  if (typeof value !== 'number') throw new Error(`Column ${column} holds no integer.`);
  return value;
}
