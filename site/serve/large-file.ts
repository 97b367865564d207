import { closeSync, createReadStream, fstatSync, openSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { isUnchanged, rangeOf } from './conditions.ts';
import { partHeaders, sendOutside } from './send.ts';
import { headersOf } from './served-file.ts';

/**
 * Sends a file that is too large to be kept, piece by piece from the disk.
 *
 * @throws Error as `openSync` does
 */
export function sendLarge(
  request: IncomingMessage,
  response: ServerResponse,
  file: string,
  path: string,
): void {
  const fd = openSync(file, 'r');
  const version = fstatSync(fd);
  const { size } = version;
  // Not of its bytes, which would have to be read: a file that takes its place has another number.
  const etag = `"${[version.ino, size, version.mtimeMs].map((part) => part.toString(36)).join('-')}"`;
  const { guarding, typed, validating, lastModified } = headersOf({ file, path, version, etag });
  const whole = [...guarding, ...typed, ...validating, 'content-length', String(size)];
  const validators = { etag, lastModified };
  const isGet = request.method === 'GET';
  const part = isGet ? rangeOf(request.headers, validators, size) : undefined;

  if (isUnchanged(request.headers, validators)) {
    response.writeHead(304, [...guarding, ...validating]);
    response.end();
  } else if (part === 'outside') {
    sendOutside(request, response, size);
  } else {
    const headers = part === undefined ? whole : partHeaders(whole, part, size);
    response.writeHead(part === undefined ? 200 : 206, headers);
    if (isGet) {
      const range = part === undefined ? {} : { start: part.first, end: part.last };
      // A reader who goes away, or a disk that fails, ends both: the answer has begun already.
      pipeline(createReadStream(file, { fd, ...range }), response, () => undefined);
      return;
    }
    response.end();
  }
  closeSync(fd);
}
