import { HelpCircleIcon } from '@sanity/icons/HelpCircle';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { FAQ_SECTIONS, titleOf } from '../choices.ts';
import { orderField } from '../fields/order-field.ts';
import { SITE_ORDERING } from '../fields/orderings.ts';

/** One question and its answer. */
export const faq = defineType({
  name: 'faq',
  title: 'Question',
  type: 'document',
  icon: HelpCircleIcon,
  fields: [
    defineField({
      name: 'question',
      type: 'string',
      description: 'As a reader would ask it, with a question mark.',
      validation: (rule) => [
        rule.required(),
        rule
          .custom(
            (question) =>
              question === undefined ||
              question.trim().endsWith('?') ||
              'End the question with a question mark.',
          )
          .warning(),
      ],
    }),
    defineField({
      name: 'answer',
      type: 'simpleContent',
      description: 'Answer in the first sentence, then explain.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'section',
      type: 'string',
      options: { list: [...FAQ_SECTIONS], layout: 'radio', direction: 'horizontal' },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'citations',
      title: 'Sources',
      type: 'array',
      of: [defineArrayMember({ type: 'citation' })],
    }),
    orderField,
  ],
  orderings: [SITE_ORDERING],
  preview: {
    select: { title: 'question', section: 'section' },
    prepare: ({ title, section }) => ({ title, subtitle: titleOf(FAQ_SECTIONS, section) }),
  },
});
