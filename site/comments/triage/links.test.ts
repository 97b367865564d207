import { describe, expect, test } from 'vitest';

import { aComment } from './comment.fixture.ts';
import { countLinks, links, nameIsLink, website } from './links.ts';

describe('countLinks', () => {
  test.for([
    ['nothing to see', 0],
    ['https://a.example and http://b.example', 2],
    ['HTTPS://A.EXAMPLE', 1],
    ['https://www.a.example', 1],
    ['www.a.example, (www.b.example)', 2],
    ['awww.cute', 0],
    ['[a](https://a.example)', 1],
    ['[a]( <https://a.example>)', 1],
    ['[a](www.a.example) [b](/b) [c](mailto:c)', 3],
    ['<https://a.example>', 1],
    ['[a]: https://a.example', 1],
    ['[url=https://a.example]a[/url]', 1],
    ['[url]a.example[/url] [URL=a.example]', 2],
    ['hxxp://a.example hxxps://b.example', 2],
    ['https://a.examplehttps://b.example', 2],
    ['[1] (see below)', 0],
  ] as const)('of %j is %d', ([text, count]) => {
    expect(countLinks(text)).toBe(count);
  });
});

describe('links', () => {
  test.for([
    { count: 2, held: false },
    { count: 3, held: true },
  ])('with $count links, more than 2 held: $held', ({ count, held }) => {
    const found = links(aComment({ source: 'https://a.example '.repeat(count) }));
    expect(found !== undefined).toBe(held);
  });

  test.for([
    { maxLinks: 0, said: 'with a link' },
    { maxLinks: 1, said: 'with several links' },
  ])('where $maxLinks are allowed, comments $said are read first', ({ maxLinks, said }) => {
    const { settings, ...rest } = aComment({ source: 'www.a.example www.b.example' });
    const found = links({ ...rest, settings: { ...settings, maxLinks } });
    expect(found?.commenter).toContain(said);
  });

  test('tells moderators how many', () => {
    expect(links(aComment({ source: 'www.a.example '.repeat(7) }))).toMatchObject({
      moderator: 'Has 7 links',
    });
  });
});

describe('nameIsLink', () => {
  test('holds a link as the name', () => {
    expect(nameIsLink(aComment({ name: 'www.a.example' }))).toMatchObject({ code: 'name-link' });
    expect(nameIsLink(aComment({ name: 'Ann' }))).toBeUndefined();
  });
});

describe('website', () => {
  test('holds a comment that gives one', () => {
    const given = website(aComment({ website: 'https://a.example/' }));
    expect(given).toMatchObject({ moderator: 'Gives a website' });
    expect(website(aComment())).toBeUndefined();
  });
});
