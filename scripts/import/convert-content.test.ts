import { describe, expect, test } from 'vitest';

import { article, convert } from './content.fixture.ts';

describe('convertContent', () => {
  test('makes documents with ids from file names', () => {
    expect([...convert({}).keys()]).toEqual([
      'person-ann',
      'source-ezzo-2015',
      'term-lymph',
      'claim-no-pump',
      'faq-detox',
    ]);
  });

  test('fills in the slug, references and keys', () => {
    expect(convert({}).get('person-ann')).toMatchObject({
      slug: { _type: 'slug', current: 'ann' },
    });
    expect(convert({}).get('claim-no-pump')).toMatchObject({
      checkedAt: '2026-11-21',
      citations: [
        {
          _key: 'k0',
          _type: 'citation',
          source: { _type: 'reference', _ref: 'source-ezzo-2015' },
          locator: 'p. 12',
        },
      ],
    });
  });

  test('turns Markdown in a field into Portable Text', () => {
    expect(convert({}).get('faq-detox')).toMatchObject({
      answer: [
        { markDefs: [{ _type: 'glossaryTerm', term: { _ref: 'term-lymph' } }] },
        {
          listItem: 'bullet',
          markDefs: [{ _type: 'citation', source: { _ref: 'source-ezzo-2015' }, locator: 'p. 3' }],
        },
      ],
    });
  });

  test('converts the body of an article and its components', () => {
    const body = `## Swelling

See [the guide](article:benefits).

<Callout tone="care" urgency="emergency" title="Call">

Call **now**.

</Callout>

{/* for writers */}

<Claim name="no-pump" />

<Figure file="map.png" alt="A map" caption="Where lymph goes" />

<Steps title="Neck">

\`\`\`yaml
- title: Rest
  instruction: Lay your hands down.
  regions: [neck]
\`\`\`

</Steps>`;
    expect(
      convert({ 'articles/benefits.mdx': article(body) }).get('article-benefits'),
    ).toMatchObject({
      commentsOpen: true,
      slug: { current: 'benefits' },
      heroImage: { _type: 'figure', asset: { _ref: 'image:map.png' }, alt: 'A map' },
      authors: [{ _key: 'k0', _ref: 'person-ann' }],
      body: [
        { _type: 'block', style: 'h2' },
        { markDefs: [{ _type: 'internalLink', target: { _ref: 'article-benefits' } }] },
        {
          _type: 'callout',
          tone: 'care',
          urgency: 'emergency',
          body: [{ children: [{ text: 'Call ' }, { marks: ['strong'] }, { text: '.' }] }],
        },
        { _type: 'claimReference', claim: { _ref: 'claim-no-pump' } },
        { _type: 'figure', caption: 'Where lymph goes' },
        { _type: 'stepList', title: 'Neck', steps: [{ _type: 'step', _key: 'k0', title: 'Rest' }] },
      ],
    });
  });
});
