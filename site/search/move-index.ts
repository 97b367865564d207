import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';

/** Takes the index along to a folder that is generated anew: only what differs is indexed then. */
export function moveIndex(before: string, next: string): void {
  const [from, to] = [join(before, 'pagefind'), join(next, 'pagefind')];
  if (existsSync(from) && !existsSync(to)) renameSync(from, to);
}
