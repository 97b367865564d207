import { createGunzip } from 'node:zlib';
import { Readable } from 'node:stream';
import { plainFailure } from '../failure.ts';
import { isObject, parseJson } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { checkJson } from '../store/validation.ts';

const MAX_JSON = 16_000_000;

/**
 * Reads a body of at most `limit` bytes, counted after decompression: a small gzip file can hide a
 * huge one. Throws Failure.
 */
export async function readBytes(request: Request, limit: number): Promise<Buffer> {
  if (Number(request.headers.get('content-length') ?? 0) > limit) throw tooLarge(limit);
  const encoding = request.headers.get('content-encoding') ?? 'identity';
  if (encoding !== 'identity' && encoding !== 'gzip') {
    throw plainFailure(415, `The content-encoding ${encoding} is not supported. Use gzip or none.`);
  }
  if (request.body === null) return Buffer.alloc(0);
  const raw = Readable.from(request.body);
  const source = encoding === 'gzip' ? raw.pipe(createGunzip()) : raw;
  raw.on('error', (error) => source.destroy(error));
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of source) {
      const bytes = Buffer.from(chunk);
      size += bytes.length;
      if (size > limit) throw tooLarge(limit);
      chunks.push(bytes);
    }
  } catch (error) {
    if (error instanceof Error && 'status' in error) throw error;
    throw plainFailure(400, 'The body could not be read to its end.');
  }
  return Buffer.concat(chunks);
}

/** Reads a JSON body, checked for nesting and for reserved keys. Throws Failure. */
export async function readJson(request: Request): Promise<unknown> {
  const text = (await readBytes(request, MAX_JSON)).toString('utf8');
  let value: unknown;
  try {
    value = parseJson(text);
  } catch {
    throw plainFailure(400, 'The body is not valid JSON.');
  }
  checkJson(value);
  return value;
}

/** Reads a JSON body that must be an object. Throws Failure. */
export async function readObject(request: Request): Promise<JsonObject> {
  const value = await readJson(request);
  if (isObject(value)) return value;
  throw plainFailure(400, 'The body must be a JSON object.');
}

function tooLarge(limit: number): Error {
  return plainFailure(413, `The body is larger than ${limit} bytes. Split it.`);
}
