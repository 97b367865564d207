import { BookIcon } from '@sanity/icons/Book';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { SOURCE_KINDS } from '../choices.ts';
import { toSourceSubtitle } from '../previews.ts';

/** A study, guideline or other work that the site cites. */
export const source = defineType({
  name: 'source',
  title: 'Source',
  type: 'document',
  icon: BookIcon,
  fieldsets: [
    { name: 'issue', title: 'Volume and pages', options: { columns: 3 } },
    {
      name: 'numbers',
      title: 'Identifiers',
      description: 'Readers use these to find the paper. Give at least one, or the web address.',
      options: { columns: 3 },
    },
  ],
  fields: [
    defineField({ name: 'title', type: 'string', validation: (rule) => rule.required() }),
    defineField({
      name: 'kind',
      title: 'Kind of source',
      type: 'string',
      options: { list: [...SOURCE_KINDS] },
    }),
    defineField({
      name: 'authors',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      description: 'As printed, surname first: “De Vrieze T”. The last may be “et al.”.',
    }),
    defineField({
      name: 'container',
      title: 'Journal or publisher',
      type: 'string',
    }),
    defineField({
      name: 'year',
      type: 'number',
      validation: (rule) => rule.integer().min(1600).max(2100),
    }),
    defineField({ name: 'volume', type: 'string', fieldset: 'issue' }),
    defineField({ name: 'issue', type: 'string', fieldset: 'issue' }),
    defineField({ name: 'pages', type: 'string', fieldset: 'issue' }),
    defineField({
      name: 'doi',
      title: 'DOI',
      type: 'string',
      fieldset: 'numbers',
      description: 'Starts with “10.”.',
      validation: (rule) => rule.regex(/^10\.\d{4,9}\/\S+$/, { name: 'DOI' }),
    }),
    defineField({
      name: 'pmid',
      title: 'PubMed',
      type: 'string',
      fieldset: 'numbers',
      description: 'Digits only.',
      validation: (rule) => rule.regex(/^\d+$/, { name: 'PubMed number' }),
    }),
    defineField({
      name: 'pmcid',
      title: 'PubMed Central',
      type: 'string',
      fieldset: 'numbers',
      description: 'Starts with “PMC”.',
      validation: (rule) => rule.regex(/^PMC\d+$/, { name: 'PubMed Central number' }),
    }),
    defineField({
      name: 'url',
      title: 'Web address',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }),
    }),
    defineField({
      name: 'note',
      type: 'text',
      rows: 2,
      description: 'What the reader should know about it, for example “Abstract only”.',
    }),
  ],
  orderings: [
    { name: 'year', title: 'Newest first', by: [{ field: 'year', direction: 'desc' }] },
    { name: 'title', title: 'Title', by: [{ field: 'title', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'title', authors: 'authors', container: 'container', year: 'year' },
    prepare: ({ title, ...printed }) => ({ title, subtitle: toSourceSubtitle(printed) }),
  },
});
