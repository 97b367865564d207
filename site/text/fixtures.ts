import { Catalogue, type Doc } from '../cms/catalogue.ts';
import type { BodyContent, Citation, Source, Term } from '../cms/sanity.types.ts';

const stamp = {
  _createdAt: '2026-01-01T00:00:00Z',
  _updatedAt: '2026-01-01T00:00:00Z',
  _rev: 'r1',
};

/** For tests: a catalogue in the middle of 2026. */
export const aCatalogue = (documents: readonly Doc[]): Catalogue =>
  new Catalogue(documents, new Date('2026-06-01T00:00:00Z'));

export const aSource = (stem: string, fields: Partial<Source> = {}): Source => ({
  ...stamp,
  _id: `source-${stem}`,
  _type: 'source',
  title: `Study ${stem}`,
  ...fields,
});

export const aTerm = (stem: string, fields: Partial<Term> = {}): Term => ({
  ...stamp,
  _id: `term-${stem}`,
  _type: 'term',
  name: stem,
  meaning: `What ${stem} means.`,
  ...fields,
});

export const cites = (stem: string): Citation => ({
  _type: 'citation',
  source: { _type: 'reference', _ref: `source-${stem}` },
});

type Block = Extract<BodyContent[number], { _type: 'block' }>;
type Mark = NonNullable<Block['markDefs']>[number];

/** A paragraph of one span; `mark` covers all of it. */
export const aBlock = (text: string, fields: Partial<Block> = {}, mark?: Mark): Block => ({
  _type: 'block',
  _key: text,
  style: 'normal',
  markDefs: mark ? [mark] : [],
  children: [{ _type: 'span', _key: 's', text, marks: mark ? [mark._key] : [] }],
  ...fields,
});
