/** A document as the store takes it. */
export interface ContentDocument {
  _id: string;
  _type: string;
  [field: string]: unknown;
}

export interface Reference {
  _type: 'reference';
  _ref: string;
}

const IMAGE = 'image:';

/** The folders of `content/` and the type their files become. */
export const folders = [
  { folder: 'articles', type: 'article', format: 'mdx' },
  { folder: 'techniques', type: 'technique', format: 'mdx' },
  { folder: 'claims', type: 'claim', format: 'yaml' },
  { folder: 'contraindications', type: 'contraindication', format: 'yaml' },
  { folder: 'faqs', type: 'faq', format: 'yaml' },
  { folder: 'people', type: 'person', format: 'yaml' },
  { folder: 'sources', type: 'source', format: 'yaml' },
  { folder: 'terms', type: 'term', format: 'yaml' },
] as const;

/** Documents that exist once; their `_id` is their type. */
export const singletons = ['settings', 'home'] as const;

/** The `_id` of a file's document: `claim-no-pump`, or `settings`. */
export function toId(type: string, stem: string): string {
  return singletons.some((name) => name === type) ? type : `${type}-${stem}`;
}

export function toReference(id: string): Reference {
  return { _type: 'reference', _ref: id };
}

/** Stands for an image until it is uploaded and has an id. */
export function toImageReference(file: string): Reference {
  return toReference(`${IMAGE}${file}`);
}

/** The file behind `toImageReference`, or `undefined` for any other id. */
export function imageFileOf(id: string): string | undefined {
  return id.startsWith(IMAGE) ? id.slice(IMAGE.length) : undefined;
}
