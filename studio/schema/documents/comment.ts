import { CommentIcon } from '@sanity/icons/Comment';
import { defineField, defineType } from 'sanity';

import { EDITED_BY, MODERATIONS } from '../choices.ts';
import { joinParts, toDate } from '../previews.ts';

/**
 * A reader's comment. A draft is waiting; publishing it approves it. It is changed in the Comments tool only, which sets
 * the mark that readers see.
 *
 * Holds nothing private: the email address lives in `privateComment`, so publishing cannot show it.
 */
export const comment = defineType({
  name: 'comment',
  title: 'Comment',
  type: 'document',
  icon: CommentIcon,
  readOnly: true,
  fields: [
    defineField({
      name: 'article',
      title: 'On the page',
      type: 'reference',
      to: [{ type: 'article' }, { type: 'technique' }],
      weak: true,
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'parent',
      title: 'Answers the comment',
      type: 'reference',
      to: [{ type: 'comment' }],
      weak: true,
    }),
    defineField({
      name: 'name',
      type: 'string',
      validation: (rule) => rule.required().max(60),
    }),
    defineField({
      name: 'website',
      type: 'url',
      validation: (rule) => rule.uri({ scheme: ['http', 'https'] }),
    }),
    defineField({
      name: 'body',
      title: 'Comment as shown',
      type: 'commentContent',
      description: 'An editor changes it in the Comments tool: readers see that, and when.',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'source',
      title: 'Comment as sent',
      type: 'text',
      rows: 6,
      description: 'Markdown. Empty where an editor wrote it here.',
    }),
    defineField({
      name: 'submittedAt',
      title: 'Sent on',
      type: 'datetime',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'byEditor',
      title: 'Written by an editor',
      type: 'boolean',
      hidden: ({ value }) => value !== true,
      description: 'Readers see a mark beside the name.',
    }),
    defineField({
      name: 'editedAt',
      title: 'Changed on',
      type: 'datetime',
      hidden: ({ value }) => value === undefined,
    }),
    defineField({
      name: 'editedBy',
      title: 'Changed by',
      type: 'string',
      options: { list: [...EDITED_BY] },
      hidden: ({ value }) => value === undefined,
      description: 'Readers see that it was changed, and by whom.',
    }),
    defineField({
      name: 'removed',
      title: 'Removed for its author',
      type: 'boolean',
      hidden: ({ value }) => value !== true,
      description: 'Holds the place of an erased comment that others have answered.',
    }),
    defineField({
      name: 'moderation',
      title: 'Put away as',
      type: 'string',
      options: { list: [...MODERATIONS] },
      hidden: ({ value }) => value === undefined,
      description: 'Set in the Comments tool.',
    }),
  ],
  orderings: [
    { name: 'newest', title: 'Newest first', by: [{ field: 'submittedAt', direction: 'desc' }] },
  ],
  preview: {
    select: { title: 'name', submittedAt: 'submittedAt', page: 'article.title' },
    prepare: ({ title, submittedAt, page }) => ({
      title,
      subtitle: joinParts(toDate(submittedAt), page),
    }),
  },
});
