import { statSync, type Stats } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { acceptedCodings } from './codings.ts';
import { createKeptFiles } from './kept-files.ts';
import { sendLarge } from './large-file.ts';
import { redirect, send, sendForm, sendPart, sendText } from './send.ts';
import {
  bytesOf,
  formsOf,
  isSameVersion,
  readServedFile,
  type Form,
  type ServedFile,
} from './served-file.ts';
import { queryOf, toSitePath } from './site-path.ts';

/** Answers a request with a file, or says why not; always ends the response. */
export type StaticFiles = (request: IncomingMessage, response: ServerResponse) => void;

export interface StaticFilesOptions {
  /** How many bytes of files are kept in memory. */
  readonly memory?: number;
  /** Files of more bytes than this are read from the disk for each reader. */
  readonly largestKept?: number;
}

const MEMORY = 128 * 1024 ** 2;
const LARGEST_KEPT = 2 * 1024 ** 2;
const MISSING_PAGE = '/404.html';
const MISSING_TEXT = 'There is no such page.\n';
/** Files that are no part of the site: compressed forms, and what is being written. */
const NOT_PUBLIC = /\.(?:br|gz|new)$/;

/**
 * Serves a folder of generated files: `GET` and `HEAD`, validators, a range of bytes, compression.
 *
 * On Node's own request and response, not the Web's: building those took longer than all else here.
 * Every answer looks at the file's version on the disk, so that a change shows at once.
 *
 * @param root the folder; may be a link that is switched to another folder between two requests
 */
export function createStaticFiles(
  root: string,
  { memory = MEMORY, largestKept = LARGEST_KEPT }: StaticFilesOptions = {},
): StaticFiles {
  const kept = createKeptFiles<ServedFile>(memory);
  const fileAt = (path: string): string =>
    path.endsWith('/') ? `${root}${path}index.html` : `${root}${path}`;
  const find = (path: string): Stats | undefined => {
    try {
      return statSync(fileAt(path), { throwIfNoEntry: false });
    } catch {
      // Its name is longer than a disk takes.
      return undefined;
    }
  };

  const load = (path: string, stats: Stats): ServedFile => {
    const known = kept.get(path);
    if (known !== undefined && isSameVersion(known.version, stats)) return known;
    const served = readServedFile(fileAt(path), path);
    kept.put(path, served, bytesOf(served));
    return served;
  };
  const grown = (served: ServedFile): void => {
    if (kept.get(served.path) === served) kept.put(served.path, served, bytesOf(served));
  };
  const formsFor = (request: IncomingMessage, path: string, stats: Stats): readonly Form[] =>
    formsOf(load(path, stats), acceptedCodings(acceptEncoding(request)), grown);

  const sendMissing: StaticFiles = (request, response) => {
    const stats = find(MISSING_PAGE);
    const [form] = stats?.isFile() ? formsFor(request, MISSING_PAGE, stats) : [];
    if (form === undefined) sendText(request, response, 404, MISSING_TEXT);
    else send(request, response, 404, form.missing, form.bytes);
  };

  const sendPath = (request: IncomingMessage, response: ServerResponse, path: string): void => {
    const stats = find(path);
    if (stats?.isDirectory() && find(`${path}/`)?.isFile()) {
      redirect(response, 301, `${encodeURI(path)}/${queryOf(request.url ?? '')}`);
    } else if (!stats?.isFile()) {
      sendMissing(request, response);
    } else if (stats.size > largestKept) {
      sendLarge(request, response, fileAt(path), path);
    } else if (request.headers.range !== undefined && request.method === 'GET') {
      sendPart(request, response, load(path, stats).plain);
    } else {
      sendForm(request, response, formsFor(request, path, stats));
    }
  };

  const answer: StaticFiles = (request, response) => {
    const { method, url = '' } = request;
    if (method !== 'GET' && method !== 'HEAD') {
      const text = 'Only GET and HEAD are answered here.\n';
      sendText(request, response, 405, text, ['allow', 'GET, HEAD']);
      return;
    }
    const path = toSitePath(url);
    if (path === undefined || path === MISSING_PAGE || NOT_PUBLIC.test(path)) {
      sendMissing(request, response);
    } else if (path.endsWith('/index.html') && find(path)?.isFile()) {
      const folder = encodeURI(path.slice(0, -'index.html'.length));
      redirect(response, 301, `${folder}${queryOf(url)}`);
    } else {
      sendPath(request, response, path);
    }
  };

  return (request, response) => {
    try {
      answer(request, response);
    } catch {
      // The file went between looking and reading.
      if (response.headersSent) response.destroy();
      else sendText(request, response, 404, MISSING_TEXT);
    }
  };
}

/** Node's types allow several values; Node itself joins them. */
function acceptEncoding({ headers }: IncomingMessage): string | undefined {
  const value = headers['accept-encoding'];
  return typeof value === 'string' ? value : undefined;
}
