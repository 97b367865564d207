import { describe, expect, test } from 'vitest';
import { aClaim, aComment, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { parseDocument, type Rejection } from './parse-document.ts';

const rejected = (value: unknown): readonly string[] => {
  const rejections: Rejection[] = [];
  parseDocument(value, (rejection) => rejections.push(rejection));
  return rejections.flatMap(({ problems }) => problems);
};

const aRedirect = (to: string): object => ({
  ...anArticle('a'),
  _type: 'redirect',
  from: '/old/',
  to,
  permanent: true,
});

describe('parseDocument', () => {
  test.for([anArticle('a'), aClaim('a'), aComment('c', 'article-a'), theSettings()])(
    'lets in $_type',
    (doc) => {
      expect(rejected(doc)).toEqual([]);
      expect(parseDocument(doc, () => undefined)).toBe(doc);
    },
  );

  test.for([
    { what: 'no slug', doc: { ...anArticle('a'), slug: undefined }, names: 'slug' },
    { what: 'no text', doc: { ...anArticle('a'), body: undefined }, names: 'body' },
    { what: 'an unknown section', doc: { ...anArticle('a'), section: 'x' }, names: 'section' },
    { what: 'an unknown grade', doc: { ...aClaim('a'), grade: 'zzz' }, names: 'grade' },
    { what: 'no time', doc: { ...anArticle('a'), publishedAt: 'x' }, names: 'publishedAt' },
    {
      what: 'a day that no month has',
      doc: { ...anArticle('a'), publishedAt: '2026-02-31T09:00:00Z' },
      names: 'publishedAt',
    },
    {
      what: 'a time of no zone',
      doc: { ...anArticle('a'), publishedAt: '2026-02-01T09:00:00' },
      names: 'publishedAt',
    },
    {
      what: 'a slug that is a path',
      doc: { ...anArticle('a'), slug: { _type: 'slug', current: '../up' } },
      names: 'slug',
    },
    {
      what: 'a slug that no file can have',
      doc: { ...anArticle('a'), slug: { _type: 'slug', current: 'x'.repeat(97) } },
      names: 'slug',
    },
    {
      what: 'a redirect to another protocol',
      doc: aRedirect('javascript:alert(1)'),
      names: '"to"',
    },
    { what: 'a redirect to a nameless host', doc: aRedirect('//evil.example/'), names: '"to"' },
    { what: 'another type', doc: { _id: 'x', _type: 'x' }, names: 'type' },
    { what: 'no document', doc: 'x', names: 'type' },
  ])('keeps out $what, and says so', ({ doc, names }) => {
    expect(rejected(doc).join()).toContain(names);
  });

  test.for(['2026-02-28T09:00Z', '2026-02-28T23:30:00.5+02:00'])('takes the time %s', (time) => {
    expect(rejected({ ...anArticle('a'), publishedAt: time })).toEqual([]);
  });

  const tombstone = {
    ...aComment('c', 'article-a', { removed: true, name: 'Removed' }),
    source: undefined,
  };

  test('lets in a removed comment', () => {
    expect(rejected(tombstone)).toEqual([]);
  });

  test.for([
    { what: 'its text', fields: { body: [{ _type: 'block', _key: 'b', children: [] }] } },
    { what: 'its source', fields: { source: 'What I wrote' } },
    { what: 'its website', fields: { website: 'https://x.example' } },
  ])('keeps out a removed comment that has $what', ({ fields }) => {
    expect(rejected({ ...tombstone, ...fields }).join()).toContain('removed');
  });

  test.for([
    { submittedAt: 'yesterday' },
    { editedAt: '2026-99-99T00:00:00Z' },
    { name: { text: 'Ann' } },
    { article: 'article-a' },
    { editedBy: 'me' },
    { body: '<p>x</p>' },
  ])('keeps out a comment with %j', (fields) => {
    expect(rejected({ ...aComment('c', 'article-a'), ...fields })).toHaveLength(1);
  });

  test('looks into what a field holds', () => {
    const body = [{ _type: 'callout', _key: 'a', tone: 'note', title: 1, body: [] }];
    expect(rejected({ ...anArticle('a'), body }).join()).toContain('body[0].title');
  });
});
