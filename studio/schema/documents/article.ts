import { DocumentTextIcon } from '@sanity/icons/DocumentText';
import { defineField, defineType } from 'sanity';

import { SECTIONS } from '../choices.ts';
import { contentFields, openingFields, PAGE_GROUPS, relatedFields } from '../fields/page-fields.ts';
import { peopleFields } from '../fields/people-fields.ts';
import { PAGE_ORDERINGS } from '../fields/orderings.ts';
import { toArticleSubtitle } from '../previews.ts';

/** A page of the sections Benefits and Health topics. */
export const article = defineType({
  name: 'article',
  title: 'Article',
  type: 'document',
  icon: DocumentTextIcon,
  groups: PAGE_GROUPS.filter((group) => group.name !== 'safety'),
  fields: [
    ...openingFields,
    defineField({
      name: 'section',
      type: 'string',
      group: 'content',
      options: { list: [...SECTIONS], layout: 'radio', direction: 'horizontal' },
      description: 'Where the article lives. Changing it changes the address.',
      validation: (rule) => rule.required(),
    }),
    ...contentFields,
    ...peopleFields,
    ...relatedFields,
  ],
  orderings: PAGE_ORDERINGS,
  preview: {
    select: {
      title: 'title',
      section: 'section',
      publishedAt: 'publishedAt',
      reviewedAt: 'medicalReview.reviewedAt',
      media: 'heroImage',
    },
    prepare: ({ title, section, publishedAt, reviewedAt, media }) => ({
      title,
      subtitle: toArticleSubtitle({ section, publishedAt, reviewedAt }),
      media,
    }),
  },
});
