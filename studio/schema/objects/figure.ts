import { ImageIcon } from '@sanity/icons/Image';
import { defineField, defineType } from 'sanity';

import { pictureProblem } from '../rules/picture.ts';

/** A picture with its description, caption and credit. */
export const figure = defineType({
  name: 'figure',
  title: 'Picture',
  type: 'image',
  icon: ImageIcon,
  options: { hotspot: true },
  fields: [
    defineField({
      name: 'alt',
      title: 'Description',
      type: 'string',
      description:
        'What the picture shows, for somebody who cannot see it. One sentence, without “picture of”.',
      validation: (rule) => [
        rule.required(),
        rule.max(300).warning('Long descriptions are tiring to hear. Keep to one sentence.'),
      ],
    }),
    defineField({
      name: 'caption',
      type: 'string',
      description: 'Printed under the picture. Leave empty if the picture speaks for itself.',
    }),
    defineField({
      name: 'credit',
      type: 'string',
      description: 'Who made it and under what licence, for example “Lymphwise, CC BY 4.0”.',
    }),
  ],
  preview: { select: { title: 'alt', subtitle: 'caption', media: 'asset' } },
  validation: (rule) => rule.custom(pictureProblem),
});
