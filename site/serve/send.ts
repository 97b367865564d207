import type { IncomingMessage, ServerResponse } from 'node:http';
import { isUnchanged, rangeOf, type ByteRange } from './conditions.ts';
import { SECURITY_HEADERS } from './security-headers.ts';
import type { Form } from './served-file.ts';

const GUARDING: readonly string[] = Object.entries(SECURITY_HEADERS).flat();

/** Sends bytes, or to `HEAD` only what they would have been. */
export function send(
  { method }: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: string[],
  bytes: Buffer,
): void {
  response.writeHead(status, headers);
  if (method === 'HEAD') response.end();
  else response.end(bytes);
}

/** Sends a line of our own, for those cases in which the site has no page. */
export function sendText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  headers: readonly string[] = [],
): void {
  const bytes = Buffer.from(text);
  const all = [
    ...GUARDING,
    'content-type',
    'text/plain; charset=utf-8',
    'content-length',
    String(bytes.byteLength),
    ...headers,
  ];
  send(request, response, status, all, bytes);
}

/** @param location as it stands in the header */
export function redirect(response: ServerResponse, status: 301 | 302, location: string): void {
  response.writeHead(status, [...GUARDING, 'location', location, 'content-length', '0']);
  response.end();
}

/**
 * Sends the first of a file's forms, or says that the reader has one of them already.
 *
 * @param forms what the reader takes, best first
 */
export function sendForm(
  request: IncomingMessage,
  response: ServerResponse,
  forms: readonly Form[],
): void {
  const { headers } = request;
  if (headers['if-none-match'] !== undefined || headers['if-modified-since'] !== undefined) {
    const had = forms.find((form) => isUnchanged(headers, form));
    if (had !== undefined) {
      response.writeHead(304, had.unchanged);
      response.end();
      return;
    }
  }
  const [best] = forms;
  if (best !== undefined) send(request, response, 200, best.whole, best.bytes);
}

/** Sends the range of bytes that is asked for, of the file as it is: ranges of compressed bytes help nobody. */
export function sendPart(request: IncomingMessage, response: ServerResponse, form: Form): void {
  const size = form.bytes.byteLength;
  const part = rangeOf(request.headers, form, size);
  if (part === undefined || isUnchanged(request.headers, form)) {
    sendForm(request, response, [form]);
  } else if (part === 'outside') {
    sendOutside(request, response, size);
  } else {
    const bytes = form.bytes.subarray(part.first, part.last + 1);
    send(request, response, 206, partHeaders(form.whole, part, size), bytes);
  }
}

/** Says that a file has no such bytes, and how many it has. */
export function sendOutside(
  request: IncomingMessage,
  response: ServerResponse,
  size: number,
): void {
  const text = 'The file has no such bytes.\n';
  sendText(request, response, 416, text, ['content-range', `bytes */${size}`]);
}

/** @param whole the headers of the whole file, its length at the end */
export function partHeaders(
  whole: readonly string[],
  { first, last }: ByteRange,
  size: number,
): string[] {
  const length = ['content-length', String(last - first + 1)];
  return [...whole.slice(0, -2), ...length, 'content-range', `bytes ${first}-${last}/${size}`];
}
