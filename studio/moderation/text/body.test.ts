import { describe, expect, test } from 'vitest';

import { toExcerpt, toParagraphs, toPlaces } from './body.ts';

function block(text: string, more: object = {}) {
  return {
    _type: 'block',
    style: 'normal',
    children: [{ _type: 'span', text, marks: [] }],
    ...more,
  };
}

describe('toParagraphs', () => {
  test('keeps marks and spells out links', () => {
    const body = [
      {
        _type: 'block',
        style: 'blockquote',
        markDefs: [{ _key: 'l1', _type: 'link', href: 'https://a.example' }],
        children: [
          { _type: 'span', text: 'See ', marks: [] },
          { _type: 'span', text: 'this', marks: ['strong', 'l1'] },
        ],
      },
    ];
    expect(toParagraphs(body)).toEqual([
      {
        style: 'blockquote',
        list: undefined,
        level: 0,
        runs: [
          { text: 'See ', strong: false, em: false, code: false, href: undefined },
          { text: 'this', strong: true, em: false, code: false, href: 'https://a.example' },
        ],
      },
    ]);
  });

  test.for([
    [{ style: 'code' }, { style: 'code', list: undefined, level: 0 }],
    [{ listItem: 'bullet' }, { style: 'normal', list: 'bullet', level: 1 }],
    [
      { listItem: 'number', level: 2 },
      { list: 'number', level: 2 },
    ],
    [
      { listItem: 'bullet', level: -3 },
      { list: 'bullet', level: 1 },
    ],
    [
      { style: 'blockquote', listItem: 'bullet' },
      { style: 'blockquote', list: 'bullet' },
    ],
    [{ style: 'h1' }, { style: 'normal' }],
    [{ style: 7 }, { style: 'normal' }],
  ] as const)('%o is %o', ([more, shape]) => {
    expect(toParagraphs([block('x', more)])[0]).toMatchObject(shape);
  });

  test.for([undefined, '<script>', {}, [null], [{ _type: 'html', html: '<b>' }]])(
    'reads nothing from %o',
    (body) => {
      expect(toParagraphs(body)).toEqual([]);
    },
  );

  test('treats markup as text', () => {
    expect(toParagraphs([block('<img src=x>')])[0]?.runs[0]?.text).toBe('<img src=x>');
  });
});

describe('toPlaces', () => {
  const item = { listItem: 'number' };

  test('numbers each list from 1', () => {
    const body = [block('a', item), block('b', item), block('between'), block('c', item)];
    expect(toPlaces(toParagraphs(body))).toEqual([1, 2, 0, 1]);
  });

  test('numbers a list within a list for itself, and goes on after it', () => {
    const deeper = { ...item, level: 2 };
    const body = [block('a', item), block('b', deeper), block('c', deeper), block('d', item)];
    expect(toPlaces(toParagraphs(body))).toEqual([1, 1, 2, 2]);
  });
});

describe('toExcerpt', () => {
  test.for([
    ['one two three', 20, 'one two three'],
    ['one two three', 9, 'one two…'],
    ['oneverylongword', 5, 'oneve…'],
  ] as const)('%s at %i: %s', ([text, limit, excerpt]) => {
    expect(toExcerpt([block(text)], limit)).toBe(excerpt);
  });

  test('joins paragraphs and closes gaps', () => {
    expect(toExcerpt([block('one\n\n two'), block('three')], 50)).toBe('one two three');
  });
});
