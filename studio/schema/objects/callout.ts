import { InfoOutlineIcon } from '@sanity/icons/InfoOutline';
import { defineField, defineType } from 'sanity';

import { shortTitleOf, TONES, titleOf, URGENCIES } from '../choices.ts';
import { urgencyProblem } from '../rules/evidence.ts';

/** A box beside the text: a note, a caution, or a care card that says when to get help. */
export const callout = defineType({
  name: 'callout',
  title: 'Callout',
  type: 'object',
  icon: InfoOutlineIcon,
  fields: [
    defineField({
      name: 'tone',
      type: 'string',
      options: { list: [...TONES], layout: 'radio', direction: 'horizontal' },
      initialValue: 'note',
      description: 'A care card tells the reader when to get help. Use it sparingly.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'urgency',
      title: 'How quickly',
      type: 'string',
      options: { list: [...URGENCIES], layout: 'radio' },
      hidden: ({ parent }) => parent?.tone !== 'care',
      validation: (rule) =>
        rule.custom((urgency: string | undefined, { parent }) =>
          urgencyProblem(urgency, toneOf(parent)),
        ),
    }),
    defineField({
      name: 'title',
      type: 'string',
      description: 'What the reader should take away, in a few words.',
      validation: (rule) => [rule.required(), rule.max(80).warning()],
    }),
    defineField({
      name: 'body',
      title: 'Text',
      type: 'simpleContent',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: { title: 'title', tone: 'tone', urgency: 'urgency' },
    prepare: ({ title, tone, urgency }) => ({
      title,
      subtitle: [titleOf(TONES, tone), tone === 'care' ? shortTitleOf(URGENCIES, urgency) : '']
        .filter(Boolean)
        .join(' · '),
    }),
  },
});

function toneOf(parent: unknown): unknown {
  return typeof parent === 'object' && parent !== null && 'tone' in parent
    ? parent.tone
    : undefined;
}
