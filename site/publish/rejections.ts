import { pathOf } from '../cms/addresses.ts';
import type { Catalogue, Doc } from '../cms/catalogue.ts';
import type { DocumentChange } from '../cms/documents-source.ts';
import type { Rejection } from '../cms/parse-document.ts';
import type { Failure } from './publisher.ts';

type Rejected = ReadonlyMap<string, Rejection>;

/**
 * Whether pages go on to show a document as it was, although the store's can be shown no more.
 *
 * A comment is not kept: what it said may be what had to go.
 */
export function keepsLastGood({ id, doc }: DocumentChange, rejected: Rejected): boolean {
  const rejection = doc === undefined ? rejected.get(id) : undefined;
  return rejection !== undefined && rejection.type !== 'comment';
}

/** The last good versions of what is rejected, among documents that were published. */
export function lastGoodOf(rejected: Rejected, published: readonly Doc[]): readonly Doc[] {
  return published.filter(({ _id: id }) => keepsLastGood({ id, doc: undefined }, rejected));
}

/** What is rejected, as failures to tell editors of: by the page that it is on, or by its id. */
export function rejectionFailures(rejected: Rejected, catalogue: Catalogue): readonly Failure[] {
  return [...rejected.values()].map(({ id, problems }) => {
    const shown = catalogue.get(id);
    const effect = shown === undefined ? 'It is not shown' : 'Readers see how it was before';
    return {
      path: (shown && pathOf(shown)) ?? id,
      message: `${effect}: ${problems.join('; ')}. Mend it in the Studio (${id}).`,
    };
  });
}

/** Pages that another page keeps from their address. */
export function contestedFailures(catalogue: Catalogue): readonly Failure[] {
  return catalogue.contested().map(({ page, shown }) => ({
    path: pathOf(page) ?? page._id,
    message: `“${page.title}” (${page._id}) is not shown: “${shown.title}” (${shown._id}) has this address. Give one of them another in the Studio.`,
  }));
}
