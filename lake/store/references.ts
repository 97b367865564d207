import { isObject } from '../json.ts';

/** Ids a document points at, each with whether every pointer to it is weak. */
export type References = ReadonlyMap<string, { weak: boolean }>;

/**
 * Collects `_ref`s at any depth. An object with a `_ref` is a leaf, as GROQ's `references()` sees it;
 * references into another dataset are not ours to check and are left out.
 */
export function collectReferences(doc: unknown): References {
  const found = new Map<string, { weak: boolean }>();
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const item of value) visit(item);
      return;
    }
    if (!isObject(value)) return;
    const target = value['_ref'];
    if (typeof target === 'string' && target !== '') {
      if (value['_dataset'] !== undefined || value['_projectId'] !== undefined) return;
      const weak = value['_weak'] === true && (found.get(target)?.weak ?? true);
      found.set(target, { weak });
      return;
    }
    for (const item of Object.values(value)) visit(item);
  };
  visit(doc);
  return found;
}

/**
 * The copy of a draft's content that publishing stores: references marked `_strengthenOnPublish`
 * become strong, unless the mark itself says `weak`.
 */
export function strengthenReferences(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(strengthenReferences);
  if (!isObject(value)) return value;
  const mark = value['_strengthenOnPublish'];
  const strengthen = mark !== undefined && typeof value['_ref'] === 'string';
  const keepWeak = isObject(mark) && mark['weak'] === true;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !strengthen || key !== '_strengthenOnPublish')
      .filter(([key]) => !strengthen || keepWeak || key !== '_weak')
      .map(([key, item]) => [key, strengthenReferences(item)]),
  );
}
