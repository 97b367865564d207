const kept = new WeakMap<object, Map<string, string | Promise<string>>>();

/**
 * HTML that a document alone decides, made the first time it is asked for.
 *
 * @returns a promise until it is made: a page that waits for nothing is rendered in one go
 */
export function keptHtml(
  by: object,
  name: string,
  make: () => Promise<string>,
): string | Promise<string> {
  const ofDocument = kept.get(by) ?? new Map<string, string | Promise<string>>();
  kept.set(by, ofDocument);
  const html = ofDocument.get(name);
  if (html !== undefined) return html;
  const making = make().then(
    (made) => {
      ofDocument.set(name, made);
      return made;
    },
    (error: unknown) => {
      ofDocument.delete(name);
      throw error;
    },
  );
  ofDocument.set(name, making);
  return making;
}
