import { describe, expect, test } from 'vitest';
import { anArticle } from '../../tests/fixtures/documents.ts';
import { createCitations } from './citations.ts';
import { aBlock, aCatalogue, aSource, aTerm, cites } from './fixtures.ts';
import { commentHtml, plainText, richText } from './rich-text.ts';

const catalogue = aCatalogue([
  aSource('a', { title: 'On "lymph"' }),
  aTerm('node', { meaning: 'A <small> filter.' }),
  anArticle('immune', { section: 'health' }),
]);
const html = (...blocks: Parameters<typeof richText>[0]): string =>
  richText(blocks, { catalogue, citations: createCitations(catalogue) });

describe('richText', () => {
  test('escapes what editors write', () => {
    expect(html(aBlock('<b>1 & 2</b>'))).toBe('<p>&lt;b&gt;1 &amp; 2&lt;/b&gt;</p>');
  });

  test('numbers a source after its words, with its title escaped', () => {
    expect(html(aBlock('flow', {}, { _key: 'm', ...cites('a') }))).toBe(
      '<p>flow<sup class="cite"><a id="cite-1-1" href="#ref-1" title="On &quot;lymph&quot;"><span class="quiet">Reference </span>1</a></sup></p>',
    );
  });

  test('links a term to the glossary and carries its meaning', () => {
    const term = { _type: 'reference', _ref: 'term-node' } as const;
    expect(html(aBlock('nodes', {}, { _key: 'm', _type: 'glossaryTerm', term }))).toBe(
      '<p><a class="term" href="/glossary/#term-node" title="A &lt;small&gt; filter.">nodes</a></p>',
    );
  });

  test.for([
    { ref: 'article-immune', shown: '<a href="/health/immune/">page</a>' },
    { ref: 'article-gone', shown: 'page' },
  ])('resolves a link to $ref', ({ ref, shown }) => {
    const target = { _type: 'reference', _ref: ref } as const;
    expect(html(aBlock('page', {}, { _key: 'm', _type: 'internalLink', target }))).toBe(
      `<p>${shown}</p>`,
    );
  });

  test.for([
    { href: 'https://nhs.uk/?a=1&b=2', shown: '<a href="https://nhs.uk/?a=1&amp;b=2">out</a>' },
    { href: 'javascript:alert(1)', shown: 'out' },
    { href: ' JaVaScRiPt:alert(1)', shown: 'out' },
    { href: 'data:text/html,x', shown: 'out' },
    { href: '//evil.example', shown: 'out' },
  ])('a link to $href', ({ href, shown }) => {
    expect(html(aBlock('out', {}, { _key: 'm', _type: 'link', href }))).toBe(`<p>${shown}</p>`);
  });

  test('never puts a link inside a link', () => {
    const block = aBlock('both', {
      markDefs: [
        { _key: 'a', _type: 'link', href: 'https://example.org/' },
        { _key: 'b', _type: 'link', href: 'https://example.com/' },
      ],
      children: [{ _type: 'span', _key: 's', text: 'both', marks: ['a', 'b'] }],
    });
    expect(html(block).match(/<a /gu)).toHaveLength(1);
  });

  test('gives headings the ids it is given', () => {
    const context = { catalogue, citations: createCitations(catalogue), idOf: () => 'here' };
    expect(richText([aBlock('Where', { style: 'h2' })], context)).toBe('<h2 id="here">Where</h2>');
  });
});

describe('commentHtml', () => {
  test('marks links as the reader’s own', () => {
    expect(
      commentHtml([
        {
          _type: 'block',
          _key: 'k',
          style: 'normal',
          markDefs: [{ _key: 'l', _type: 'link', href: 'https://example.org/' }],
          children: [{ _type: 'span', _key: 's', text: 'here', marks: ['l'] }],
        },
      ]),
    ).toBe('<p><a href="https://example.org/" rel="ugc nofollow noopener">here</a></p>');
  });

  test('escapes markup', () => {
    expect(
      commentHtml([
        {
          _type: 'block',
          _key: 'k',
          style: 'normal',
          children: [{ _type: 'span', _key: 's', text: '<img onerror=x>', marks: [] }],
        },
      ]),
    ).toBe('<p>&lt;img onerror=x&gt;</p>');
  });
});

describe('plainText', () => {
  test('joins the words of blocks', () => {
    expect(plainText([aBlock('One.'), aBlock('Two.')])).toBe('One. Two.');
  });
});
