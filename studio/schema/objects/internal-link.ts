import { DocumentTextIcon } from '@sanity/icons/DocumentText';
import { defineField, defineType } from 'sanity';

/** A link to a page of this site. It follows the page when its address changes. */
export const internalLink = defineType({
  name: 'internalLink',
  title: 'Link to our page',
  type: 'object',
  icon: DocumentTextIcon,
  fields: [
    defineField({
      name: 'target',
      title: 'Page',
      type: 'reference',
      to: [{ type: 'article' }, { type: 'technique' }, { type: 'person' }],
      description: 'The link keeps working when the page gets a new address.',
      validation: (rule) => rule.required(),
    }),
  ],
});
