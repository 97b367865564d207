import { LockIcon } from '@sanity/icons/Lock';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { toDate } from '../previews.ts';

/**
 * What a commenter told only us, and why the comment was held: publishing cannot copy it out. Its id (`private.comment.<uuid>`) has a dot, so it is never public.
 */
export const privateComment = defineType({
  name: 'privateComment',
  title: 'Private part of a comment',
  type: 'document',
  icon: LockIcon,
  readOnly: true,
  fields: [
    defineField({ name: 'comment', type: 'string', validation: (rule) => rule.required() }),
    defineField({
      name: 'email',
      title: 'Email address',
      type: 'string',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'reasons',
      title: 'Why it was held',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
    }),
    defineField({ name: 'ipHash', title: 'Network address, scrambled', type: 'string' }),
    defineField({ name: 'userAgent', title: 'Browser', type: 'string' }),
    defineField({
      name: 'receivedAt',
      title: 'Received on',
      type: 'datetime',
      validation: (rule) => rule.required(),
    }),
    defineField({
      name: 'notify',
      title: 'Asked for mail',
      type: 'boolean',
      description: 'When the comment is public, and when somebody answers it.',
    }),
    defineField({
      name: 'elsewhere',
      title: 'Sent from a browser that is not known',
      type: 'boolean',
      description:
        'The address is confirmed, but somebody else may have typed it. No mail about this comment is sent until its owner says that it was theirs.',
    }),
    defineField({
      name: 'verifiedAt',
      title: 'Address confirmed on',
      type: 'datetime',
      description: 'Mail about answers is sent, and trust given, only after this.',
    }),
    defineField({ name: 'unsubscribedAt', title: 'Asked for no more mail on', type: 'datetime' }),
  ],
  preview: {
    select: { title: 'email', receivedAt: 'receivedAt' },
    prepare: ({ title, receivedAt }) => ({ title, subtitle: toDate(receivedAt) }),
  },
});
