import { BookIcon } from '@sanity/icons/Book';
import { defineField, defineType } from 'sanity';

/** Points at a source. Used in lists of citations, and as a mark on the words it supports. */
export const citation = defineType({
  name: 'citation',
  title: 'Citation',
  type: 'object',
  icon: BookIcon,
  fields: [
    defineField({
      name: 'source',
      type: 'reference',
      to: [{ type: 'source' }],
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'locator',
      title: 'Where in the source',
      type: 'string',
      description: 'For example “p. 12” or “table 3”. Leave empty for the whole source.',
    }),
  ],
  preview: { select: { title: 'source.title', subtitle: 'locator' } },
});
