interface FileKind {
  readonly type: string;
  /** Whether it is text in UTF-8, and so worth compressing. */
  readonly text: boolean;
}

/** The kinds of file a site consists of, by the end of their names. */
export const FILE_KINDS: Readonly<Record<string, FileKind>> = {
  avif: { type: 'image/avif', text: false },
  css: { type: 'text/css', text: true },
  gif: { type: 'image/gif', text: false },
  html: { type: 'text/html', text: true },
  ico: { type: 'image/x-icon', text: false },
  jpg: { type: 'image/jpeg', text: false },
  js: { type: 'text/javascript', text: true },
  json: { type: 'application/json', text: true },
  mjs: { type: 'text/javascript', text: true },
  png: { type: 'image/png', text: false },
  svg: { type: 'image/svg+xml', text: true },
  txt: { type: 'text/plain', text: true },
  wasm: { type: 'application/wasm', text: false },
  webmanifest: { type: 'application/manifest+json', text: true },
  webp: { type: 'image/webp', text: false },
  woff: { type: 'font/woff', text: false },
  woff2: { type: 'font/woff2', text: false },
  xml: { type: 'application/xml', text: true },
};

const UNKNOWN: FileKind = { type: 'application/octet-stream', text: false };

/** The kind of a file, by its name. */
export function kindOf(file: string): FileKind {
  return FILE_KINDS[file.slice(file.lastIndexOf('.') + 1)] ?? UNKNOWN;
}

/** Below this many bytes the headers of an answer are most of it. */
const SMALLEST_COMPRESSED = 256;

/** Whether a file of this many bytes is worth a compressed one beside it. */
export function isCompressible(file: string, bytes: number): boolean {
  return bytes >= SMALLEST_COMPRESSED && kindOf(file).text;
}
