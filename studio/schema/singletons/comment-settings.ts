import { ControlsIcon } from '@sanity/icons/Controls';
import { defineArrayMember, defineField, defineType } from 'sanity';

import { COMMENT_MODES } from '../choices.ts';
import { COMMENT_DEFAULTS, MOST_KEEP_MONTHS } from '../comment-defaults.ts';

/**
 * How comments are taken and kept. There is one, with the id `private.commentSettings`: the dot keeps
 * the words it looks for, and the moderators' addresses, from the public.
 */
export const commentSettings = defineType({
  name: 'commentSettings',
  title: 'Comment settings',
  type: 'document',
  icon: ControlsIcon,
  fields: [
    defineField({
      name: 'mode',
      title: 'Which comments wait for an editor',
      type: 'string',
      options: { list: [...COMMENT_MODES], layout: 'radio' },
      initialValue: COMMENT_DEFAULTS.mode,
      description:
        'Whatever is chosen, doubtful comments wait. An address is trusted only once its owner has confirmed it by mail, and only in the browser they did so with.',
    }),
    defineField({
      name: 'words',
      title: 'Words that hold a comment',
      type: 'array',
      of: [defineArrayMember({ type: 'string' })],
      description:
        'In the text, the name or the website. Whole words, in capitals or not; “casino” finds “C4S-ino” too.',
      validation: (rule) => rule.unique().max(1000),
    }),
    defineField({
      name: 'maxLinks',
      title: 'Links a comment may have',
      type: 'number',
      description: `More than these hold it. Empty: ${COMMENT_DEFAULTS.maxLinks}.`,
      validation: (rule) => rule.integer().min(0).max(50),
    }),
    defineField({
      name: 'perMinute',
      title: 'Comments a minute from one network',
      type: 'number',
      description: `Empty: ${COMMENT_DEFAULTS.perMinute}.`,
      validation: (rule) => rule.integer().min(1),
    }),
    defineField({
      name: 'perDay',
      title: 'Comments a day from one network',
      type: 'number',
      description: `Empty: ${COMMENT_DEFAULTS.perDay}.`,
      validation: (rule) => rule.integer().min(1),
    }),
    defineField({
      name: 'perEmailPerDay',
      title: 'Comments a day from one email address',
      type: 'number',
      description: `Empty: ${COMMENT_DEFAULTS.perEmailPerDay}.`,
      validation: (rule) => rule.integer().min(1),
    }),
    defineField({
      name: 'overallPerMinute',
      title: 'Comments a minute from everybody',
      type: 'number',
      description: `Empty: ${COMMENT_DEFAULTS.overallPerMinute}.`,
      validation: (rule) => rule.integer().min(1),
    }),
    defineField({
      name: 'proofOfWork',
      title: 'Let browsers work before they send',
      type: 'boolean',
      description:
        'A second of computing makes mass sending dear. Where nothing is held, comments from browsers without scripts are, with this or without it.',
    }),
    defineField({
      name: 'notify',
      title: 'Tell these addresses of comments that wait',
      type: 'array',
      of: [defineArrayMember({ type: 'string', validation: (rule) => rule.email() })],
      description: 'Needs mail to be set up where the site runs.',
      validation: (rule) => rule.unique().max(50),
    }),
    defineField({
      name: 'keepMonths',
      title: 'Keep private parts for (months)',
      type: 'number',
      description:
        'After a comment is approved: address, scrambled network and browser. Empty: as long as the comment.',
      validation: (rule) =>
        rule
          .integer()
          .min(1)
          .max(MOST_KEEP_MONTHS)
          .error(`Write whole months, from 1 to ${MOST_KEEP_MONTHS}, or leave it empty.`),
    }),
  ],
  preview: { prepare: () => ({ title: 'Comment settings' }) },
});
