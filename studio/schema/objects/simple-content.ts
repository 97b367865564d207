import { defineArrayMember, defineType } from 'sanity';

/** Short text: paragraphs and lists, without headings or boxes. */
export const simpleContent = defineType({
  name: 'simpleContent',
  title: 'Short text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [{ title: 'Paragraph', value: 'normal' }],
      lists: [
        { title: 'Bullets', value: 'bullet' },
        { title: 'Numbers', value: 'number' },
      ],
      marks: {
        decorators: [
          { title: 'Strong', value: 'strong' },
          { title: 'Emphasis', value: 'em' },
        ],
        annotations: [
          { type: 'citation' },
          { type: 'glossaryTerm' },
          { type: 'internalLink' },
          { type: 'link' },
        ],
      },
    }),
  ],
});
