import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { GRADES, TOPICS } from '../choices.ts';
import { orderField } from '../fields/order-field.ts';
import { SITE_ORDERING } from '../fields/orderings.ts';
import { toClaimSubtitle } from '../previews.ts';
import { citationsProblem, pastDayProblem } from '../rules/evidence.ts';
import { toDay } from '../rules/today.ts';

/** What people say about lymphatic massage, and what is known about it. */
export const claim = defineType({
  name: 'claim',
  title: 'Claim',
  type: 'document',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'statement',
      type: 'string',
      description: 'As people hear it, for example “It drains toxins”. Do not soften it here.',
      validation: (rule) => [
        rule.required(),
        rule.max(140).warning('Keep it to one short sentence.'),
      ],
    }),
    defineField({
      name: 'status',
      title: 'What is known',
      type: 'text',
      rows: 4,
      description: 'What studies in people have shown, how well, and what they have not.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'grade',
      title: 'Strength of the evidence',
      type: 'string',
      options: { list: [...GRADES], layout: 'radio', direction: 'horizontal' },
      description: 'How sure we are of “What is known”. The steps are explained on the site.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'topic',
      type: 'string',
      options: { list: [...TOPICS] },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'citations',
      title: 'Sources',
      type: 'array',
      of: [defineArrayMember({ type: 'citation' })],
      description: 'The best evidence first. Only the grade “None” may do without.',
      validation: (rule) =>
        rule.custom((citations, { document }) => citationsProblem(citations, document?.['grade'])),
    }),
    defineField({
      name: 'checkedAt',
      title: 'Checked on',
      type: 'date',
      initialValue: () => toDay(new Date()),
      description: 'The day somebody last looked for newer studies.',
      validation: (rule) =>
        rule.required().custom((day: string | undefined) => pastDayProblem(day, toDay(new Date()))),
    }),
    orderField,
  ],
  orderings: [
    SITE_ORDERING,
    {
      name: 'checked',
      title: 'Longest unchecked first',
      by: [{ field: 'checkedAt', direction: 'asc' }],
    },
    { name: 'statement', title: 'Statement', by: [{ field: 'statement', direction: 'asc' }] },
  ],
  preview: {
    select: { title: 'statement', grade: 'grade', checkedAt: 'checkedAt' },
    prepare: ({ title, grade, checkedAt }) => ({
      title,
      subtitle: toClaimSubtitle({ grade, checkedAt }),
    }),
  },
});
