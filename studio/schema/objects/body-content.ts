import { defineArrayMember, defineType } from 'sanity';

/** The text of an article or a technique: paragraphs, headings, and our own boxes. */
export const bodyContent = defineType({
  name: 'bodyContent',
  title: 'Text',
  type: 'array',
  of: [
    defineArrayMember({
      type: 'block',
      styles: [
        { title: 'Paragraph', value: 'normal' },
        { title: 'Heading', value: 'h2' },
        { title: 'Smaller heading', value: 'h3' },
        { title: 'Quotation', value: 'blockquote' },
      ],
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
    defineArrayMember({ type: 'figure' }),
    defineArrayMember({ type: 'callout' }),
    defineArrayMember({ type: 'claimReference' }),
    defineArrayMember({ type: 'stepList' }),
    defineArrayMember({ type: 'contraindicationList' }),
  ],
});
