import { TransferIcon } from '@sanity/icons/Transfer';
import { defineField, defineType } from 'sanity';

import { redirectFromProblem, redirectToProblem } from '../rules/redirect.ts';

/** Sends readers from an old address to a new one. */
export const redirect = defineType({
  name: 'redirect',
  title: 'Redirect',
  type: 'document',
  icon: TransferIcon,
  fields: [
    defineField({
      name: 'from',
      title: 'Old address',
      type: 'string',
      description: 'The path only: “/benefits/old-name/”.',
      validation: (rule) => rule.required().custom(redirectFromProblem),
    }),
    defineField({
      name: 'to',
      title: 'New address',
      type: 'string',
      description: 'A path on this site, or a full https address.',
      validation: (rule) =>
        rule.required().custom((to: string | undefined, { document }) => {
          const from = document?.['from'];
          return redirectToProblem(to, typeof from === 'string' ? from : undefined);
        }),
    }),
    defineField({
      name: 'permanent',
      type: 'boolean',
      initialValue: true,
      description: 'On: search engines take the new address for good. Off: only for a while.',
      validation: (rule) => rule.required(),
    }),
  ],
  orderings: [{ name: 'from', title: 'Old address', by: [{ field: 'from', direction: 'asc' }] }],
  preview: {
    select: { title: 'from', to: 'to', permanent: 'permanent' },
    prepare: ({ title, to, permanent }) => ({
      title,
      subtitle: `to ${to ?? '…'}${permanent === false ? ' (for now)' : ''}`,
    }),
  },
});
