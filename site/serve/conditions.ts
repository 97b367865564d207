import type { IncomingHttpHeaders } from 'node:http';

/** What a request's conditions are held against. */
export interface Validators {
  /** Strong, in quotes. */
  readonly etag: string;
  readonly lastModified: string;
}

/**
 * Whether the reader has this version already, so that the answer is 304.
 *
 * `If-None-Match` alone decides where it is given; `If-Modified-Since` is for those who sent no tag.
 */
export function isUnchanged(
  headers: IncomingHttpHeaders,
  { etag, lastModified }: Validators,
): boolean {
  const tags = headers['if-none-match'];
  if (tags !== undefined) {
    return (
      tags.trim() === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag)
    );
  }
  const since = headers['if-modified-since'];
  return since !== undefined && Date.parse(lastModified) <= Date.parse(since);
}

/** A part of a file: its first and its last byte, counted from 0. */
export interface ByteRange {
  readonly first: number;
  readonly last: number;
}

/**
 * The part that is asked for: `bytes=0-99`, `bytes=100-`, `bytes=-100`.
 *
 * Several parts, other units and nonsense are answered with the whole: a server may.
 *
 * @returns undefined for the whole file, 'outside' where no byte of it is asked for
 */
export function rangeOf(
  headers: IncomingHttpHeaders,
  validators: Validators,
  size: number,
): ByteRange | 'outside' | undefined {
  const [, from = '', to = ''] = /^bytes=(\d*)-(\d*)$/.exec(headers.range?.trim() ?? '') ?? [];
  if (from === '' && to === '') return undefined;
  const condition = headers['if-range'];
  if (typeof condition === 'string' && !isSame(condition, validators)) return undefined;
  if (from === '') {
    const length = Math.min(Number(to), size);
    return length === 0 ? 'outside' : { first: size - length, last: size - 1 };
  }
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== '' && Number(to) < first) return undefined;
  return first >= size ? 'outside' : { first, last };
}

function isSame(condition: string, { etag, lastModified }: Validators): boolean {
  return condition === etag || condition === lastModified;
}
