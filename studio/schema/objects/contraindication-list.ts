import { WarningOutlineIcon } from '@sanity/icons/WarningOutline';
import { defineArrayMember, defineField, defineType } from 'sanity';

/** Situations in which a reader should not do this, or should ask first. */
export const contraindicationList = defineType({
  name: 'contraindicationList',
  title: 'When not to',
  type: 'object',
  icon: WarningOutlineIcon,
  fields: [
    defineField({
      name: 'contraindications',
      title: 'Situations',
      type: 'array',
      of: [defineArrayMember({ type: 'reference', to: [{ type: 'contraindication' }] })],
      validation: (rule) => rule.required().min(1).unique(),
    }),
  ],
  preview: {
    select: { first: 'contraindications.0.situation', all: 'contraindications' },
    prepare: ({ first, all }) => {
      const count = Array.isArray(all) ? all.length : 0;
      return {
        title: 'When not to',
        subtitle: count > 1 && first ? `${first}, and ${count - 1} more` : (first ?? 'Empty'),
      };
    },
  },
});
