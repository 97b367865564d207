import { LinkIcon } from '@sanity/icons/Link';
import { defineField, defineType } from 'sanity';

/** A link to another website or an email address. */
export const link = defineType({
  name: 'link',
  title: 'Link to another site',
  type: 'object',
  icon: LinkIcon,
  fields: [
    defineField({
      name: 'href',
      title: 'Address',
      type: 'url',
      description: 'Starts with https:// or mailto:. For our own pages use “Link to our page”.',
      validation: (rule) => rule.required().uri({ scheme: ['http', 'https', 'mailto'] }),
    }),
  ],
});
