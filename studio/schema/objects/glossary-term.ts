import { TagIcon } from '@sanity/icons/Tag';
import { defineField, defineType } from 'sanity';

/** Marks words that the glossary explains. */
export const glossaryTerm = defineType({
  name: 'glossaryTerm',
  title: 'Glossary term',
  type: 'object',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'term',
      type: 'reference',
      to: [{ type: 'term' }],
      description: 'Mark a word once, where it first appears.',
      validation: (rule) => rule.required(),
    }),
  ],
});
