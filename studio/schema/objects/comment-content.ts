import { defineArrayMember, defineType } from 'sanity';

/** A reader's comment as it is shown. The site makes it from the Markdown that was sent. */
export const commentContent = defineType({
  name: 'commentContent',
  title: 'Comment text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        { title: 'Paragraph', value: 'normal' },
        { title: 'Quotation', value: 'blockquote' },
        { title: 'Code', value: 'code' },
      ],
      lists: [
        { title: 'Bullets', value: 'bullet' },
        { title: 'Numbers', value: 'number' },
      ],
      marks: {
        decorators: [
          { title: 'Strong', value: 'strong' },
          { title: 'Emphasis', value: 'em' },
          { title: 'Code', value: 'code' },
        ],
        annotations: [{ type: 'link' }],
      },
    }),
  ],
});
