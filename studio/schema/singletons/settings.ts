import { CogIcon } from '@sanity/icons/Cog';
import { defineField, defineType } from 'sanity';

/** What holds for the whole site. There is one, with the id `settings`. */
export const settings = defineType({
  name: 'settings',
  title: 'Settings',
  type: 'document',
  icon: CogIcon,
  fields: [
    defineField({
      name: 'title',
      title: 'Name of the site',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'tagline',
      type: 'string',
      description: 'Printed beside the name.',
      validation: (rule) => [rule.required(), rule.max(90).warning()],
    }),
    defineField({
      name: 'description',
      type: 'text',
      rows: 3,
      description: 'For search engines and shared links, where a page has no summary of its own.',
      validation: (rule) => [rule.required(), rule.max(300).warning()],
    }),
    defineField({
      name: 'publisher',
      type: 'reference',
      to: [{ type: 'person' }],
      description: 'The organisation that answers for what is published.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'emergencyText',
      title: 'What to do in an emergency',
      type: 'text',
      rows: 3,
      description: 'Shown on every emergency card. True in every country: no telephone numbers.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'socialImage',
      title: 'Picture for shared links',
      type: 'figure',
      description: 'Used where a page has none of its own.',
    }),
    defineField({
      name: 'commentsCloseAfterDays',
      title: 'Close comments after (days)',
      type: 'number',
      description: 'Counted from the day a page was published. Empty: they stay open.',
      validation: (rule) => rule.integer().min(1).max(36_500),
    }),
  ],
  preview: {
    select: { subtitle: 'title' },
    prepare: ({ subtitle }) => ({ title: 'Settings', subtitle }),
  },
});
