import { HomeIcon } from '@sanity/icons/Home';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { promiseProblem } from '../rules/promise.ts';

/** The home page: one leading question, what is known, where to go next. Its id is `home`. */
export const home = defineType({
  name: 'home',
  title: 'Home page',
  type: 'document',
  icon: HomeIcon,
  fields: [
    defineField({
      name: 'question',
      title: 'Leading question',
      type: 'string',
      description: 'The question most people arrive with.',
      validation: (rule) => [rule.required(), rule.max(120).warning()],
    }),
    defineField({
      name: 'answer',
      type: 'simpleContent',
      description: 'A few sentences. What is known, how well, what to do.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'lead',
      title: 'Leading page',
      type: 'reference',
      to: [{ type: 'article' }, { type: 'technique' }],
      description: 'The page that answers the question in full.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'claims',
      title: 'What is known',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'claim' }] })],
      description: 'Three to six claims. Include some where the evidence is weak.',
      validation: (rule) => [rule.required().min(1).unique(), rule.min(3).max(6).warning()],
    }),
    defineField({
      name: 'next',
      title: 'Where to go next',
      type: 'array',
      of: [
        defineArrayMember({
          name: 'nextStep',
          title: 'Next step',
          type: 'object',
          fields: [
            defineField({
              name: 'label',
              type: 'string',
              description: 'In the reader’s words, for example “I have swelling after surgery”.',
              validation: (rule) => [rule.required(), rule.custom(promiseProblem).warning()],
            }),
            defineField({
              name: 'text',
              type: 'string',
              description: 'One sentence more, if needed.',
            }),
            defineField({
              name: 'target',
              title: 'Page',
              type: 'reference',
              to: [{ type: 'article' }, { type: 'technique' }],
              validation: (rule) => rule.required(),
            }),
          ],
          preview: { select: { title: 'label', subtitle: 'target.title' } },
        }),
      ],
      validation: (rule) => rule.required().min(1),
    }),
  ],
  preview: {
    select: { subtitle: 'question' },
    prepare: ({ subtitle }) => ({ title: 'Home page', subtitle }),
  },
});
