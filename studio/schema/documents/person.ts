import { UserIcon } from '@sanity/icons/User';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { PERSON_KINDS } from '../choices.ts';
import { joinParts } from '../previews.ts';
import { slugProblem } from '../rules/slug.ts';

/** An author, a reviewer, or the publication itself. */
export const person = defineType({
  name: 'person',
  title: 'Person',
  type: 'document',
  icon: UserIcon,
  fields: [
    defineField({ name: 'name', type: 'string', validation: (rule) => rule.required() }),
    defineField({
      name: 'slug',
      title: 'Address',
      type: 'slug',
      options: { source: 'name', maxLength: 80 },
      validation: (rule) => rule.required().custom(slugProblem),
    }),
    defineField({
      name: 'kind',
      type: 'string',
      options: { list: [...PERSON_KINDS], layout: 'radio', direction: 'horizontal' },
      initialValue: 'person',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'role',
      type: 'string',
      description: 'What they do here, for example “Editor” or “Medical reviewer”.',
    }),
    defineField({
      name: 'credentials',
      type: 'string',
      description:
        'Qualifications a reader can check, for example “MSc Lymphoedema, RN”. Needed to review an article.',
    }),
    defineField({
      name: 'registration',
      type: 'string',
      description: 'Register and number, for example “HCPC PH12345”.',
    }),
    defineField({ name: 'bio', title: 'About', type: 'text', rows: 4 }),
    defineField({
      name: 'links',
      type: 'array',
      of: [
        defineArrayMember({
          type: 'url',
          validation: (rule) => rule.uri({ scheme: ['http', 'https'] }),
        }),
      ],
      description: 'Pages that show who this is: a university, a register, ORCID.',
      validation: (rule) => rule.unique(),
    }),
    defineField({ name: 'photo', type: 'figure' }),
  ],
  orderings: [{ name: 'name', title: 'Name', by: [{ field: 'name', direction: 'asc' }] }],
  preview: {
    select: { title: 'name', role: 'role', credentials: 'credentials', media: 'photo' },
    prepare: ({ title, role, credentials, media }) => ({
      title,
      subtitle: joinParts(role, credentials),
      media,
    }),
  },
});
