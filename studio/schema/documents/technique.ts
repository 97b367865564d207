import { ActivityIcon } from '@sanity/icons/Activity';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { PAGE_ORDERINGS } from '../fields/orderings.ts';
import { contentFields, openingFields, PAGE_GROUPS, relatedFields } from '../fields/page-fields.ts';
import { peopleFields } from '../fields/people-fields.ts';
import { joinParts, toDate, toStepCount } from '../previews.ts';

/** A page that teaches a technique step by step. */
export const technique = defineType({
  name: 'technique',
  title: 'Technique',
  type: 'document',
  icon: ActivityIcon,
  groups: [
    { name: 'content', title: 'Content', default: true },
    { name: 'steps', title: 'Steps' },
    ...PAGE_GROUPS.slice(1),
  ],
  fields: [
    ...openingFields,
    ...contentFields,
    defineField({
      name: 'position',
      type: 'string',
      group: 'steps',
      description: 'How to sit or lie, for example “Lying on your back, knees bent”.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'duration',
      type: 'string',
      group: 'steps',
      description: 'For example “15 to 20 minutes”.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'pressure',
      type: 'string',
      group: 'steps',
      description: 'In words, for example “Just enough to stretch the skin”.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'steps',
      type: 'array',
      group: 'steps',
      of: [defineArrayMember({ type: 'step' })],
      description: 'In the order they are done. Drag to change the order.',
      validation: (rule) => rule.required().min(1),
    }),
    defineField({
      name: 'contraindications',
      title: 'When not to',
      type: 'array',
      group: 'safety',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'contraindication' }] })],
      description: 'Situations in which a reader should not do this, or should ask first.',
      validation: (rule) => [
        rule.unique(),
        rule.min(1).warning('A technique without any is unusual. Are there really none?'),
      ],
    }),
    ...peopleFields,
    ...relatedFields,
  ],
  orderings: PAGE_ORDERINGS,
  preview: {
    select: {
      title: 'title',
      duration: 'duration',
      publishedAt: 'publishedAt',
      steps: 'steps',
      media: 'heroImage',
    },
    prepare: ({ title, duration, publishedAt, steps, media }) => ({
      title,
      subtitle: joinParts(toStepCount(steps), duration, toDate(publishedAt)),
      media,
    }),
  },
});
