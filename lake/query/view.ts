import { isPublicId, isVersionId, toPublishedId } from '../store/document.ts';
import type { Doc } from '../store/document.ts';
import type { Constraint } from './constraint.ts';
import type { Corpus } from './corpus.ts';
import type { Perspective } from './perspective.ts';

/** Documents as one reader may see them. Hidden ones do not exist here, whatever is asked. */
export interface View {
  get(id: string): Doc | undefined;
  all(): readonly Doc[];
  find(constraint: Constraint): readonly Doc[];
}

/** Ids a constraint on `_id` stands for; in a layered view the draft answers for the published id. */
export function createView(corpus: Corpus, perspective: Perspective, publicOnly: boolean): View {
  // Layers have dotted ids: without a token there are none.
  const layers = perspective === 'raw' ? 'raw' : publicOnly ? [] : perspective;
  const name = `${publicOnly ? 'public' : 'all'}:${layers === 'raw' ? layers : layers.join()}`;
  const visible = (doc: Doc): boolean => !publicOnly || isPublicId(doc._id);

  const get = (id: string): Doc | undefined => {
    if (layers !== 'raw') return isVersionId(id) ? undefined : topmost(id);
    const doc = corpus.get(id);
    return doc !== undefined && visible(doc) ? doc : undefined;
  };

  const topmost = (id: string): Doc | undefined => {
    if (layers === 'raw' || layers.length === 0) {
      const doc = corpus.get(id);
      return doc !== undefined && visible(doc) ? doc : undefined;
    }
    for (const layer of layers) {
      const doc = corpus.get(`${layer}${id}`);
      if (doc !== undefined) return asPublished(doc);
    }
    const published = corpus.get(id);
    return published === undefined ? undefined : asPublished(published);
  };

  const narrow = (docs: readonly Doc[]): readonly Doc[] => {
    if (layers === 'raw') return docs.filter(visible);
    if (layers.length === 0) return docs.filter((doc) => visible(doc) && !isVersionId(doc._id));
    const ids = new Set(docs.map((doc) => toPublishedId(doc._id)));
    return [...ids].flatMap((id) => topmost(id) ?? []);
  };

  const remember = (key: string, find: () => Doc[]): readonly Doc[] =>
    corpus.remember(`${name} ${key}`, () => narrow(find()).toSorted(byId), isDocs);

  return {
    get,
    all: () => remember('*', () => corpus.all()),
    find(constraint) {
      if (constraint.kind === 'ids') {
        return [...new Set(constraint.values)].toSorted().flatMap((id) => get(id) ?? []);
      }
      return remember(JSON.stringify(constraint), () => corpus.find(constraint));
    },
  };
}

const published = new WeakMap<Doc, Doc>();

/** A draft or version under its published id, with the id it is stored by in `_originalId`. */
function asPublished(doc: Doc): Doc {
  const known = published.get(doc);
  if (known !== undefined) return known;
  const seen = { ...doc, _id: toPublishedId(doc._id), _originalId: doc._id };
  published.set(doc, seen);
  return seen;
}

function byId(a: Doc, b: Doc): number {
  return a._id < b._id ? -1 : 1;
}

function isDocs(value: unknown): value is readonly Doc[] {
  return Array.isArray(value);
}
