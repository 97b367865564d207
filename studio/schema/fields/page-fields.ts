import { defineArrayMember, defineField } from 'sanity';

import { headingProblem } from '../rules/headings.ts';
import { pictureProblem } from '../rules/picture.ts';
import { promiseProblem } from '../rules/promise.ts';
import { slugProblem } from '../rules/slug.ts';

/** The tabs of an article or a technique. */
export const PAGE_GROUPS = [
  { name: 'content', title: 'Content', default: true },
  { name: 'safety', title: 'Safety' },
  { name: 'people', title: 'People & review' },
  { name: 'related', title: 'Related' },
  { name: 'seo', title: 'Search & sharing' },
];

/** The fields that open an article or a technique, in order. */
export const openingFields = [
  defineField({
    name: 'title',
    type: 'string',
    group: 'content',
    description: 'Up to 90 characters. Say what the page answers; promise nothing.',
    validation: (rule) => [
      rule.required().max(90),
      rule.max(65).warning('Titles over 65 characters wrap badly on phones.'),
      rule.custom(promiseProblem).warning(),
    ],
  }),
  defineField({
    name: 'slug',
    title: 'Address',
    type: 'slug',
    group: 'content',
    options: { source: 'title', maxLength: 80 },
    description:
      'The last part of the page’s address. If you change it after publishing, the old address leads to the new one by itself.',
    validation: (rule) => rule.required().custom(slugProblem),
  }),
];

/** Summary, key messages, picture and text. */
export const contentFields = [
  defineField({
    name: 'summary',
    type: 'text',
    rows: 3,
    group: 'content',
    description: 'One or two sentences, up to 300 characters. Shown in lists and under the title.',
    validation: (rule) => [
      rule.required().max(300),
      rule.min(60).warning('Under 60 characters says little in a list.'),
      rule.custom(promiseProblem).warning(),
    ],
  }),
  defineField({
    name: 'keyMessages',
    title: 'Key messages',
    type: 'array',
    group: 'content',
    of: [
      defineArrayMember({
        type: 'string',
        validation: (rule) => [
          rule.required(),
          rule.max(160).warning('Keep each message to one short sentence.'),
          rule.custom(promiseProblem).warning(),
        ],
      }),
    ],
    description: 'Two or three sentences a hurried reader should leave with.',
    validation: (rule) => rule.required().min(2).max(3),
  }),
  defineField({
    name: 'heroImage',
    title: 'Leading picture',
    type: 'figure',
    group: 'content',
    description:
      'Only where a picture explains. Set the hotspot so that the important part survives cropping.',
    // A field's own rules replace those of its type, so the type's is repeated.
    validation: (rule) => rule.custom(pictureProblem),
  }),
  defineField({
    name: 'body',
    title: 'Text',
    type: 'bodyContent',
    group: 'content',
    description:
      'Mark the words that rest on a study with a citation, and new words as glossary terms.',
    validation: (rule) => [rule.required(), rule.custom(headingProblem).warning()],
  }),
];

/** What to read next, and whether readers may comment. */
export const relatedFields = [
  defineField({
    name: 'related',
    title: 'Read next',
    type: 'array',
    group: 'related',
    of: [
      defineArrayMember({
        type: 'reference',
        to: [{ type: 'article' }, { type: 'technique' }],
        options: {
          filter: ({ document }) => ({
            filter: '!(_id in $self)',
            params: { self: [document._id, document._id.replace(/^drafts\./, '')] },
          }),
        },
      }),
    ],
    description: 'Up to four pages, the most useful first.',
    validation: (rule) => [
      rule.unique(),
      rule.max(4).warning('More than four is hard to choose from.'),
    ],
  }),
  defineField({
    name: 'faqs',
    title: 'Questions',
    type: 'array',
    group: 'related',
    of: [defineArrayMember({ type: 'reference', to: [{ type: 'faq' }] })],
    description: 'Common questions that are answered at the end of the page.',
    validation: (rule) => rule.unique(),
  }),
  defineField({
    name: 'commentsOpen',
    title: 'Readers may comment',
    type: 'boolean',
    group: 'related',
    initialValue: true,
    description: 'Off: comments already approved stay, and no new ones are taken.',
    validation: (rule) => rule.required(),
  }),
  defineField({ name: 'seo', title: 'Search and sharing', type: 'seo', group: 'seo' }),
];
