import { TagIcon } from '@sanity/icons/Tag';
import { defineArrayMember, defineField, defineType } from 'sanity';

/** One word of the glossary. Articles link to it with the `glossaryTerm` annotation. */
export const term = defineType({
  name: 'term',
  title: 'Glossary term',
  type: 'document',
  icon: TagIcon,
  fields: [
    defineField({
      name: 'name',
      type: 'string',
      description: 'In lower case unless it is a name, for example “lymph node”.',
      validation: (rule) => rule.required().max(60),
    }),
    defineField({
      name: 'meaning',
      type: 'text',
      rows: 3,
      description: 'One sentence a twelve-year-old would follow.',
      validation: (rule) => rule.required().max(240),
    }),
    defineField({
      name: 'alsoCalled',
      title: 'Also called',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      options: { layout: 'tags' },
      description: 'Other names and spellings, for example “lymphedema”.',
      validation: (rule) => rule.unique(),
    }),
  ],
  orderings: [{ name: 'name', title: 'Name', by: [{ field: 'name', direction: 'asc' }] }],
  preview: { select: { title: 'name', subtitle: 'meaning' } },
});
