import { readFileSync } from 'node:fs';
import { MAX_BODY_BYTES } from '../comments/read-form.ts';
import { FILE_KINDS } from '../publish/file-kinds.ts';
import { ASK_FIRST, FOR_EVER, IMMUTABLE_FOLDERS } from './caching.ts';
import { POLICIES, SECURITY_HEADERS } from './security-headers.ts';

/** What differs between one machine's nginx and another's. */
export interface NginxOptions {
  /** The folder of the site's files: `DATA_DIR/site/releases/current`, whole. */
  readonly root: string;
  /** Ports, or addresses and ports, as `listen` takes them. */
  readonly listen: string;
  /** The names it answers to; `_` for any. */
  readonly serverName: string;
  /** Host and port of the site's server. */
  readonly upstream: string;
  /** The file `writeRedirectsMap` keeps; undefined leaves moved addresses to their pages. */
  readonly redirectsMap: string | undefined;
  /** Whether this nginx has the module that sends `.br` files. */
  readonly brotli: boolean;
}

const POLICY = 'content-security-policy';
const TEMPLATE = new URL('./nginx.conf', import.meta.url);

/**
 * The configuration for nginx: files, headers and caching as the site's own server has them.
 *
 * @throws Error when a value cannot stand in a configuration
 */
export function toNginxConfig(options: NginxOptions): string {
  const { root, listen, serverName, upstream, redirectsMap, brotli } = options;
  const headers = Object.entries(SECURITY_HEADERS);
  const values: Readonly<Record<string, string>> = {
    root: quoted(root),
    listen: lines(listen.split(/\s+/), (place) => `listen ${listenable(place)};`),
    serverName: serverName.split(/\s+/).map(bare).join(' '),
    upstream: bare(upstream),
    redirects: redirectsMap === undefined ? '' : `include ${quoted(pattern(redirectsMap))};`,
    maxBody: String(MAX_BODY_BYTES),
    brotliStatic: brotli ? 'brotli_static on;' : '',
    forEver: FOR_EVER,
    askFirst: ASK_FIRST,
    immutableFolders: IMMUTABLE_FOLDERS.join('|'),
    types: lines(Object.entries(FILE_KINDS), ([end, { type }]) => `${type} ${end};`),
    textTypes: [
      ...new Set(
        Object.values(FILE_KINDS)
          .filter(({ text }) => text)
          .map(({ type }) => type),
      ),
    ]
      .filter((type) => type !== 'text/html')
      .join(' '),
    policy: quoted(SECURITY_HEADERS[POLICY]),
    policies: lines(
      Object.entries(POLICIES),
      ([path, policy]) => `${quoted(path)} ${quoted(policy)};`,
    ),
    securityHeaders: lines(
      headers.filter(([name]) => name !== POLICY),
      ([name, value]) => `add_header ${name} ${quoted(value)} always;`,
    ),
    hiddenHeaders: lines(headers, ([name]) => `proxy_hide_header ${name};`),
  };
  const template = readFileSync(TEMPLATE, 'utf8');
  return template.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string, offset: number) => {
    const value = values[name];
    if (value === undefined) throw new Error(`nginx.conf names ${name}, which has no value.`);
    const line = template.slice(template.lastIndexOf('\n', offset) + 1, offset);
    return value.replaceAll('\n', `\n${/^ */.exec(line)?.[0] ?? ''}`);
  });
}

function lines<T>(items: readonly T[], toLine: (item: T) => string): string {
  return items.map(toLine).join('\n');
}

/** The name as a pattern: one that matches nothing is no mistake, as a missing file would be. */
function pattern(file: string): string {
  return file.replace(/(.)$/, '[$1]');
}

/** @throws Error where nginx would read a variable or the end of the string */
function quoted(value: string): string {
  if (/["\\$\n]/.test(value)) throw new Error(`nginx cannot be given ${value}.`);
  return `"${value}"`;
}

/** @throws Error for what is neither a port nor an address with one */
function listenable(place: string): string {
  const port = /^(?:(?:\*|[\w.-]+|\[[\da-f:.]+\]):)?(\d+)$/i.exec(place)?.[1];
  if (port !== undefined && Number(port) >= 1 && Number(port) <= 65_535) return place;
  throw new Error(
    `nginx cannot be given “${place}” to listen on. Give a port such as 80, or an address with one: [::]:80, 127.0.0.1:8080.`,
  );
}

function bare(value: string): string {
  if (!/^[\w.:*[\]-]+$/.test(value)) throw new Error(`nginx cannot be given “${value}” here.`);
  return value;
}
