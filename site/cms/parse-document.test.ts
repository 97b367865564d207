import { describe, expect, test } from 'vitest';
import { aClaim, aComment, anArticle, theSettings } from '../../tests/fixtures/documents.ts';
import { parseDocument, type Rejection } from './parse-document.ts';

const rejected = (value: unknown): readonly string[] => {
  const rejections: Rejection[] = [];
  parseDocument(value, (rejection) => rejections.push(rejection));
  return rejections.flatMap(({ problems }) => problems);
};

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
      what: 'a slug that is a path',
      doc: { ...anArticle('a'), slug: { _type: 'slug', current: '../up' } },
      names: 'slug',
    },
    { what: 'another type', doc: { _id: 'x', _type: 'x' }, names: 'type' },
    { what: 'no document', doc: 'x', names: 'type' },
  ])('keeps out $what, and says so', ({ doc, names }) => {
    expect(rejected(doc).join()).toContain(names);
  });

  test('looks into what a field holds', () => {
    const body = [{ _type: 'callout', _key: 'a', tone: 'note', title: 1, body: [] }];
    expect(rejected({ ...anArticle('a'), body }).join()).toContain('body[0].title');
  });
});
