import type { Doc } from './document.ts';
import { parseDocument, type Rejection } from './parse-document.ts';
import { withEndSlash } from './redirects.ts';
import type { Redirect } from './sanity.types.ts';

/** Lets in what pages can show, and remembers what it had to keep out. */
export interface DocumentGate {
  /** Documents, by id, that are in the store as no page can show them. */
  readonly rejected: ReadonlyMap<string, Rejection>;
  /** @returns undefined for a document that pages cannot show; that is told on standard error, once */
  parse(value: unknown): Doc | undefined;
  /** The store has it no more. */
  forget(id: string): void;
}

/** @param siteUrl where readers find the site: see `tidied` */
export function createDocumentGate(siteUrl: string): DocumentGate {
  const { origin } = new URL(siteUrl);
  const rejected = new Map<string, Rejection>();
  const reject = (rejection: Rejection): void => {
    const before = rejected.get(rejection.id);
    rejected.set(rejection.id, rejection);
    if (before?.problems.join() !== rejection.problems.join()) tell(rejection);
  };
  return {
    rejected,
    parse(value) {
      const doc = parseDocument(value, reject);
      if (doc !== undefined) rejected.delete(doc._id);
      return doc?._type === 'redirect' ? tidied(doc, origin) : doc;
    },
    forget: (id) => void rejected.delete(id),
  };
}

/** From an address with a slash at its end; where it leads to a full address of the site, to the path. */
function tidied(redirect: Redirect, origin: string): Redirect {
  const { from, to } = redirect;
  return { ...redirect, from: withEndSlash(from), to: withoutOrigin(to, origin) };
}

function withoutOrigin(to: string, origin: string): string {
  const url = URL.parse(to);
  return url?.origin === origin ? url.pathname + url.search + url.hash : to;
}

function tell({ id, problems }: Rejection): void {
  process.stderr.write(
    `${id} cannot be shown: ${problems.join('; ')}. Open it in the Studio and mend it.\n`,
  );
}
