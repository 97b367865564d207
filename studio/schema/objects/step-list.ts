import { OlistIcon } from '@sanity/icons/Olist';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { toStepCount } from '../previews.ts';

/** Numbered steps with the body map, inside the text of an article. */
export const stepList = defineType({
  name: 'stepList',
  title: 'Steps',
  type: 'object',
  icon: OlistIcon,
  fields: [
    defineField({
      name: 'title',
      type: 'string',
      description: 'Printed above the steps. Leave empty if the heading before them says enough.',
    }),
    defineField({
      name: 'steps',
      type: 'array',
      of: [defineArrayMember({ type: 'step' })],
      validation: (rule) => rule.required().min(1),
    }),
  ],
  preview: {
    select: { title: 'title', steps: 'steps' },
    prepare: ({ title, steps }) => ({ title: title ?? 'Steps', subtitle: toStepCount(steps) }),
  },
});
