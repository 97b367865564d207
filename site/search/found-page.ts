import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';

/** Only pages that mark the part to be found are found. */
const MARK = 'data-pagefind-body';

/** A generated page that can be found. */
export interface FoundPage {
  /** `/benefits/x/` */
  readonly url: string;
  readonly file: string;
  /** Changes with the file's content. */
  readonly digest: string;
}

/** The generated pages that can be found, by address. Keeps no content: there may be 10,000 of them. */
export function findPages(dir: string): readonly FoundPage[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(`${sep}index.html`))
    .toSorted()
    .flatMap((name) => {
      const file = join(dir, name);
      const bytes = readFileSync(file);
      if (!bytes.includes(MARK)) return [];
      const url = `/${name.slice(0, -'index.html'.length).replaceAll(sep, '/')}`;
      return [{ url, file, digest: createHash('sha1').update(bytes).digest('base64url') }];
    });
}
