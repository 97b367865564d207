import { defineField, defineType } from 'sanity';

import { promiseProblem } from '../rules/promise.ts';

/** What search engines and shared links show, where it should differ from the page itself. */
export const seo = defineType({
  name: 'seo',
  title: 'Search and sharing',
  type: 'object',
  options: { collapsible: true, collapsed: false },
  fields: [
    defineField({
      name: 'title',
      type: 'string',
      description: 'Up to 60 characters. Empty: the title of the page.',
      validation: (rule) => [
        rule.max(60).warning('Search engines cut titles after about 60 characters.'),
        rule.custom(promiseProblem).warning(),
      ],
    }),
    defineField({
      name: 'description',
      type: 'text',
      rows: 3,
      description: 'Up to 160 characters. Empty: the summary of the page.',
      validation: (rule) => [
        rule.max(160).warning('Search engines cut descriptions after about 160 characters.'),
        rule.custom(promiseProblem).warning(),
      ],
    }),
    defineField({
      name: 'image',
      title: 'Picture for shared links',
      type: 'figure',
      description: 'Empty: a drawn card with the title and the grade.',
    }),
    defineField({
      name: 'noindex',
      title: 'Hide from search engines',
      type: 'boolean',
      description: 'The page stays public, but search engines are asked to leave it out.',
    }),
  ],
});
