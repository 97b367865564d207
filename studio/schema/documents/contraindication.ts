import { WarningOutlineIcon } from '@sanity/icons/WarningOutline';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { URGENCIES } from '../choices.ts';
import { orderField } from '../fields/order-field.ts';
import { SITE_ORDERING } from '../fields/orderings.ts';
import { toContraindicationSubtitle } from '../previews.ts';

/** A situation in which massage may do harm. */
export const contraindication = defineType({
  name: 'contraindication',
  title: 'Contraindication',
  type: 'document',
  icon: WarningOutlineIcon,
  fields: [
    defineField({
      name: 'situation',
      type: 'string',
      description: 'As a reader would recognise it, for example “Hot, red, painful skin”.',
      validation: (rule) => [rule.required(), rule.max(90).warning()],
    }),
    defineField({
      name: 'reason',
      type: 'text',
      rows: 3,
      description: 'Why massage may do harm here, in plain words.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'action',
      title: 'What to do',
      type: 'text',
      rows: 3,
      description: 'What the reader should do instead. Never frighten.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'urgency',
      title: 'How quickly',
      type: 'string',
      options: { list: [...URGENCIES], layout: 'radio' },
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'citations',
      title: 'Sources',
      type: 'array',
      of: [defineArrayMember({ type: 'citation' })],
      validation: (rule) => rule.min(1).warning('Safety advice should name its source.'),
    }),
    orderField,
  ],
  orderings: [SITE_ORDERING],
  preview: {
    select: { title: 'situation', urgency: 'urgency', reason: 'reason' },
    prepare: ({ title, urgency, reason }) => ({
      title,
      subtitle: toContraindicationSubtitle({ urgency, reason }),
    }),
  },
});
