import { UsersIcon } from '@sanity/icons/Users';
import { defineArrayMember, defineField } from 'sanity';
import type { ValidationContext } from 'sanity';

import { medicalReviewProblem, reviewerProblem } from '../rules/medical-review.ts';
import { toDay } from '../rules/today.ts';

async function reviewerCredentials(
  reference: { _ref?: string | undefined } | undefined,
  { getClient }: ValidationContext,
): Promise<true | string> {
  const id = reference?._ref;
  if (!id) return true;
  const found = await getClient({ apiVersion: '2026-05-01' }).fetch<string | null>(
    '*[_id in [$id, "drafts." + $id]] | order(_id desc)[0].credentials',
    { id },
    { perspective: 'raw' },
  );
  return reviewerProblem(found);
}

/** Who wrote the page, who reviewed it, and when. */
export const peopleFields = [
  defineField({
    name: 'authors',
    type: 'array',
    icon: UsersIcon,
    group: 'people',
    of: [defineArrayMember({ type: 'reference', to: [{ type: 'person' }] })],
    description: 'In the order they should be printed.',
    validation: (rule) => rule.required().min(1).unique(),
  }),
  defineField({
    name: 'medicalReview',
    title: 'Medical review',
    type: 'object',
    group: 'people',
    description:
      'Fill in all three, or none. Without a named reviewer who has credentials, no page says “medically reviewed”.',
    fields: [
      defineField({
        name: 'reviewer',
        type: 'reference',
        to: [{ type: 'person' }],
        options: { filter: 'kind == "person"' },
        validation: (rule) => rule.custom(reviewerCredentials),
      }),
      defineField({ name: 'reviewedAt', title: 'Reviewed on', type: 'date' }),
      defineField({ name: 'nextReviewAt', title: 'Next review', type: 'date' }),
    ],
    validation: (rule) => rule.custom((review) => medicalReviewProblem(review, toDay(new Date()))),
  }),
  defineField({
    name: 'publishedAt',
    title: 'Published on',
    type: 'datetime',
    group: 'people',
    initialValue: () => new Date().toISOString(),
    description: 'Shown to readers. In the future: the page waits until then.',
    validation: (rule) => rule.required(),
  }),
  defineField({
    name: 'editedAt',
    title: 'Last real change',
    type: 'datetime',
    group: 'people',
    description: 'Set it when the meaning changes, not for spelling. Readers see “Updated”.',
    validation: (rule) =>
      rule.min(rule.valueOfField('publishedAt')).warning('This is before the page was published.'),
  }),
];
