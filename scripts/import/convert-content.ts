import { checkDocument } from './check-document.ts';
import type { Conversion } from './content-file.ts';
import { toId } from './identity.ts';
import type { ContentDocument } from './identity.ts';
import { Lines } from './lines.ts';
import { ContentError } from './mistakes.ts';
import type { Mistake } from './mistakes.ts';
import type { Content } from './read-content.ts';
import type { Schema } from '../../site/cms/schema-file.ts';
import { toDocument } from './to-document.ts';

/** The documents of a content folder, checked, with image references still to be filled in. */
export interface ConvertedContent {
  documents: ContentDocument[];
  /** The image files that the documents show. */
  images: Set<string>;
}

/**
 * Converts and checks every content file.
 *
 * @throws ContentError with all mistakes of all files
 */
export function convertContent(content: Content, schema: Schema): ConvertedContent {
  const mistakes: Mistake[] = [...content.mistakes];
  const converted = content.files.map((source) => {
    const to: Conversion = {
      schema,
      lines: new Lines(),
      images: new Map(),
      report: (line, message) => mistakes.push({ file: source.file, line, message }),
    };
    return { to, document: toDocument(source, to) };
  });

  const types = new Map(content.files.map(({ type, stem }) => [toId(type, stem), type]));
  for (const { document, to } of converted) {
    if (document === undefined) continue;
    for (const { path, message } of checkDocument(document, schema, (id) => types.get(id))) {
      to.report(to.lines.at(path), message);
    }
    for (const [image, line] of to.images) {
      if (content.images.has(image)) continue;
      to.report(
        line,
        `There is no image "${image}" in content/images. Correct the name or add the file.`,
      );
    }
  }
  if (mistakes.length > 0) throw new ContentError(mistakes);
  return {
    documents: converted.flatMap(({ document }) => document ?? []),
    images: new Set(converted.flatMap(({ to }) => [...to.images.keys()])),
  };
}
