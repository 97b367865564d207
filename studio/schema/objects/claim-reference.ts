import { CheckmarkCircleIcon } from '@sanity/icons/CheckmarkCircle';
import { defineField, defineType } from 'sanity';

import { GRADES, titleOf } from '../choices.ts';

/** Shows a claim with its grade and sources in the middle of an article. */
export const claimReference = defineType({
  name: 'claimReference',
  title: 'Claim',
  type: 'object',
  icon: CheckmarkCircleIcon,
  fields: [
    defineField({
      name: 'claim',
      type: 'reference',
      to: [{ type: 'claim' }],
      description: 'The statement, its grade and its sources are kept in Evidence, in one place.',
      validation: (rule) => rule.required(),
    }),
  ],
  preview: {
    select: { title: 'claim.statement', grade: 'claim.grade' },
    prepare: ({ title, grade }) => ({
      title: title ?? 'Choose a claim',
      subtitle: grade ? `Evidence: ${titleOf(GRADES, grade).toLowerCase()}` : 'Claim',
    }),
  },
});
