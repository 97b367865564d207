import { ActivityIcon } from '@sanity/icons/Activity';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { DIRECTIONS, REGIONS, SIDES, VIEWS } from '../body-choices.ts';
import { shortTitleOf, titleOf } from '../choices.ts';

/** One step of a technique. The site draws the body map and its arrow from these fields. */
export const step = defineType({
  name: 'step',
  title: 'Step',
  type: 'object',
  icon: ActivityIcon,
  fieldsets: [
    {
      name: 'map',
      title: 'Body map',
      description: 'The drawing beside the step is made from these.',
      options: { columns: 2, collapsible: true, collapsed: false },
    },
    { name: 'count', title: 'How long', options: { columns: 2 } },
  ],
  fields: [
    defineField({
      name: 'title',
      type: 'string',
      description: 'For example “Open the collarbones”.',
      validation: (rule) => [rule.required(), rule.max(80).warning()],
    }),
    defineField({
      name: 'instruction',
      type: 'text',
      rows: 4,
      description: 'Speak to the reader: “Rest your fingers…”. One movement a step.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'regions',
      title: 'Where on the body',
      type: 'array',
      fieldset: 'map',
      of: [defineArrayMember({ type: 'string', options: { list: [...REGIONS] } })],
      options: { list: [...REGIONS], layout: 'grid' },
      validation: (rule) => rule.unique(),
    }),
    defineField({
      name: 'direction',
      title: 'Direction of the stroke',
      type: 'string',
      fieldset: 'map',
      options: { list: [...DIRECTIONS] },
      description: 'As seen by somebody looking at the body map.',
    }),
    defineField({
      name: 'side',
      title: 'Side of the body',
      type: 'string',
      fieldset: 'map',
      options: { list: [...SIDES] },
      description: 'The person’s own left or right.',
    }),
    defineField({
      name: 'view',
      title: 'Seen from',
      type: 'string',
      fieldset: 'map',
      options: { list: [...VIEWS] },
    }),
    defineField({
      name: 'repetitions',
      type: 'string',
      fieldset: 'count',
      description: 'In words or numbers, for example “5 to 15”.',
    }),
    defineField({
      name: 'seconds',
      type: 'number',
      fieldset: 'count',
      description: 'How long the step takes, or to hold.',
      validation: (rule) => rule.integer().positive().max(3600),
    }),
    defineField({
      name: 'caution',
      type: 'string',
      description: 'When to stop, or to leave this step out.',
    }),
  ],
  preview: {
    select: {
      title: 'title',
      regions: 'regions',
      direction: 'direction',
      repetitions: 'repetitions',
    },
    prepare: ({ title, regions, direction, repetitions }) => ({
      title,
      subtitle: [
        Array.isArray(regions) ? regions.map((region) => titleOf(REGIONS, region)).join(', ') : '',
        shortTitleOf(DIRECTIONS, direction).toLowerCase(),
        repetitions ? `${repetitions} times` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    }),
  },
});
