import { unescapeHTML } from 'astro/runtime/server/index.js';

type Html = ReturnType<typeof unescapeHTML>;

const kept = new WeakMap<object, Map<string, Html>>();

/**
 * HTML that a document alone decides, made the first time it is asked for.
 *
 * @returns a promise until it is made: a page that waits for nothing is rendered in one go
 */
export function keptHtml(by: object, name: string, make: () => Promise<string>): Html {
  const ofDocument = kept.get(by) ?? new Map<string, Html>();
  kept.set(by, ofDocument);
  const known = ofDocument.get(name);
  if (known !== undefined) return known;
  const making = make().then((html) => {
    const safe = unescapeHTML(html);
    ofDocument.set(name, safe);
    return safe;
  });
  return making;
}
