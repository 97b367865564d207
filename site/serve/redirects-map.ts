import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { targetOf } from '../cms/redirects.ts';
import type { Redirect } from '../cms/sanity.types.ts';
import { toMove } from './redirects.ts';

type RedirectFields = Pick<Redirect, 'from' | 'to' | 'permanent'>;

/**
 * The moved addresses as lines for nginx: `"/old/" "301 /new/";`.
 *
 * nginx compares them without regard to case, so one with a capital would also move the page that
 * has its name in small letters: it is written as a pattern. One that leads to its own name in other
 * letters would go round for ever, and is left out: the page at such an address leads on by itself.
 */
export function toRedirectsMap(redirects: Iterable<RedirectFields>): string {
  const moving = [...redirects].filter(({ from }) => isPlain(from));
  const moved = new Set(moving.map(({ from }) => from));
  const lines = new Map<string, string>();
  for (const redirect of moving) {
    const { from } = redirect;
    const move = toMove(redirect);
    const target = targetOf(redirect)?.toLowerCase() ?? '';
    if (move === undefined || moved.has(target) || lines.has(from)) continue;
    const key = from === from.toLowerCase() ? from : `~^${from.replaceAll('.', String.raw`\.`)}$`;
    lines.set(from, `"${key}" "${move.status} ${move.location}";\n`);
  }
  return [...lines.values()].join('');
}

function isPlain(from: string): boolean {
  return /^\/[\w./~-]*$/.test(from);
}

/**
 * Keeps the file that nginx includes, whole at any time.
 *
 * @returns whether it changed, so that nginx has to be reloaded
 */
export function writeRedirectsMap(file: string, redirects: Iterable<RedirectFields>): boolean {
  const text = toRedirectsMap(redirects);
  // Where nothing has moved, none is needed.
  if ((read(file) ?? '') === text) return false;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
  return true;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
