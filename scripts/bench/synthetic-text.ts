import type { BodyContent, SimpleContent } from '../../site/cms/sanity.types.ts';
import { pick } from './random.ts';

const WORDS =
  'the skin moves lightly under a flat hand and the fluid below it follows slowly toward the next group of nodes where it is filtered before it returns to the blood near the collarbone while breathing muscles and small valves do most of the work of a healthy day'.split(
    ' ',
  );

type Random = () => number;
type Block = Extract<BodyContent[number], { _type: 'block' }>;

export function syntheticSentence(random: Random, words: number): string {
  const text = Array.from({ length: words }, () => pick(random, WORDS)).join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function span(key: string, text: string, marks: string[] = []) {
  return { _type: 'span' as const, _key: key, text, marks };
}

function block(
  key: string,
  style: Block['style'] & string,
  children: Block['children'] & object,
): Block {
  return { _type: 'block', _key: key, style, markDefs: [], children };
}

interface Targets {
  readonly claims: number;
  readonly sources: number;
  readonly terms: number;
}

/** A body shaped like a real article's: about 760 words, headings, a list, marks, a link, citations. */
export function syntheticBody(random: Random, targets: Targets): BodyContent {
  const reference = (type: string, count: number) => ({
    _type: 'reference' as const,
    _ref: `${type}-${Math.floor(random() * count)}`,
  });
  const paragraph = (key: string): Block => ({
    ...block(key, 'normal', [
      span('a', `${syntheticSentence(random, 24)} `),
      span('b', syntheticSentence(random, 6), ['strong']),
      span('c', ` ${syntheticSentence(random, 22)} `),
      span('d', syntheticSentence(random, 8), ['cite']),
      span('e', ` ${syntheticSentence(random, 14)} `),
      span('f', 'lymph node', ['term']),
      span('g', ` ${syntheticSentence(random, 12)}`, ['em']),
    ]),
    markDefs: [
      { _type: 'citation', _key: 'cite', source: reference('source', targets.sources) },
      { _type: 'glossaryTerm', _key: 'term', term: reference('term', targets.terms) },
    ],
  });
  const item = (key: string): Block => ({
    ...block(key, 'normal', [span('a', syntheticSentence(random, 14))]),
    listItem: 'bullet',
    level: 1,
  });
  return [
    paragraph('p0'),
    block('h0', 'h2', [span('a', syntheticSentence(random, 5))]),
    paragraph('p1'),
    paragraph('p2'),
    { _type: 'claimReference', _key: 'c0', claim: reference('claim', targets.claims) },
    block('h1', 'h2', [span('a', syntheticSentence(random, 5))]),
    paragraph('p3'),
    item('i0'),
    item('i1'),
    item('i2'),
    block('h2', 'h3', [span('a', syntheticSentence(random, 4))]),
    paragraph('p4'),
    {
      _type: 'callout',
      _key: 'k0',
      tone: 'note',
      title: syntheticSentence(random, 4),
      body: [
        { ...block('p', 'normal', [span('a', syntheticSentence(random, 24))]), style: 'normal' },
      ],
    },
    block('h3', 'h2', [span('a', syntheticSentence(random, 5))]),
    paragraph('p5'),
    {
      ...block('p6', 'normal', [
        span('a', `${syntheticSentence(random, 20)} `),
        span('b', 'a page elsewhere', ['link']),
        span('c', ` ${syntheticSentence(random, 20)}`),
      ]),
      markDefs: [{ _type: 'link', _key: 'link', href: 'https://example.org/' }],
    },
    { _type: 'claimReference', _key: 'c1', claim: reference('claim', targets.claims) },
  ];
}

/** One paragraph: an answer, or what a reader might have written. */
export function syntheticAnswer(random: Random) {
  return [
    {
      _type: 'block',
      _key: 'a',
      style: 'normal',
      markDefs: [],
      children: [span('a', syntheticSentence(random, 30))],
    },
  ] satisfies SimpleContent;
}
