import { assert, property, string } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseForm } from './parse.ts';

const good = {
  article: 'article-immune-system',
  comment: 'Thank you. *Very* clear.',
  name: 'Ann Example',
  email: 'ann@example.org',
};

const parse = (changes: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [field, value] of Object.entries({ ...good, ...changes })) form.set(field, value);
  return parseForm(form);
};

describe('parseForm', () => {
  test('takes what is needed and leaves out what is empty', () => {
    expect(parse({ website: '', parent: '', subject: '', admin: 'true' }).submission).toEqual({
      articleId: 'article-immune-system',
      name: 'Ann Example',
      email: 'ann@example.org',
      source: 'Thank you. *Very* clear.',
      trap: '',
    });
  });

  test('takes everything else there is', () => {
    const fields = { parent: '0f0e', website: 'example.org', subject: 'Buy' };
    expect(parse(fields).submission).toMatchObject({
      parentId: '0f0e',
      website: 'https://example.org/',
      trap: 'Buy',
    });
  });

  test.for([
    ['line ends', { comment: 'a\r\nb\rc  \n' }, { source: 'a\nb\nc' }],
    ['hidden characters', { comment: 'a\u0000b\u202Ec' }, { source: 'abc' }],
    ['letters in two parts', { name: 'Zoe\u0308' }, { name: 'Zoë' }],
    ['spaces in names', { name: '  Ann \n Example ' }, { name: 'Ann Example' }],
    ['broken surrogates', { comment: 'a\uD800b' }, { source: 'a\uFFFDb' }],
    ['fillers in names', { name: 'An\u3164n' }, { name: 'Ann' }],
    ['emoji in comments', { comment: 'Thanks 👩‍⚕️' }, { source: 'Thanks 👩‍⚕️' }],
    ['joiners in comments', { comment: 'علی‌زاده' }, { source: 'علی‌زاده' }],
    ['indented first lines', { comment: '\n    a' }, { source: '    a' }],
  ] as const)('tidies %s', ([, changes, expected]) => {
    expect(parse(changes).submission).toMatchObject(expected);
  });

  test.for([
    ['comment', '', /is empty/],
    ['comment', ' \u200B\n\t', /is empty/],
    ['comment', '&shy; &zwnj;&#8203;', /is empty/],
    ['comment', 'a'.repeat(5001), /has 5001 characters\. Shorten it to 5000/],
    ['name', '', /is empty/],
    ['comment', '\u3164\n\u2800', /is empty/],
    ['name', '\u200D', /is empty/],
    ['name', '\u3164 \u0301', /is empty/],
    ['name', 'n'.repeat(61), /too long\. Use 60/],
    ['email', '', /is empty/],
    ['email', 'ann', /name@example\.org/],
    ['email', 'ann@example', /name@example\.org/],
    ['email', 'ann@b@c.org', /name@example\.org/],
    ['email', 'ann@example..org', /name@example\.org/],
    ['email', `${'a'.repeat(250)}@b.org`, /too long/],
    ['website', 'javascript:alert(1)', /not a website address/],
    ['website', 'ftp://example.org', /not a website address/],
    ['website', 'http://192.168.0.1/', /of one’s own\. Write one that everybody can open/],
    ['website', `example.org/${'a'.repeat(500)}`, /too long/],
  ] as const)('names %s when it is %j', ([field, value, message]) => {
    const { errors, submission, values } = parse({ [field]: value });
    expect(errors).toEqual([{ field, message: expect.stringMatching(message) }]);
    expect(submission).toBeUndefined();
    expect(values.email).toBe(field === 'email' ? value : good.email);
  });

  test.for([
    ['no article', { article: '' }, /does not say which article/],
    ['a private article', { article: 'private.import' }, /does not say which article/],
    ['an impossible parent', { parent: '../x' }, /cannot be found/],
  ] as const)('refuses %s', ([, changes, message]) => {
    expect(parse(changes).errors).toEqual([
      { field: 'form', message: expect.stringMatching(message) },
    ]);
  });

  test('names every mistake at once, in the order of the form', () => {
    const { errors } = parse({ name: '', email: '', comment: '' });
    expect(errors.map(({ field }) => field)).toEqual(['comment', 'name', 'email']);
  });

  test('does not take a file for text', () => {
    const form = new FormData();
    form.set('comment', new File(['x'], 'x.txt'));
    expect(parseForm(form).values.comment).toBe('');
  });

  test('answers quickly, whatever is sent', () => {
    const started = performance.now();
    for (const unit of [' ', '\n', 'a.', '@', 'a@', '\u200B', '\t\n', 'http://']) {
      const long = unit.repeat(32_000 / unit.length);
      parse({ comment: `a${long}b`, name: `a${long}b`, email: `a${long}b`, website: `a${long}b` });
    }
    expect(performance.now() - started).toBeLessThan(3000);
  });

  test('gives either errors or a submission within the limits', () => {
    const any = string({ unit: 'binary', maxLength: 80 });
    assert(
      property(any, any, any, any, (comment, name, email, website) => {
        const { errors, submission } = parse({ comment, name, email, website });
        expect(errors.length > 0).toBe(submission === undefined);
        expect(Array.from(submission?.name ?? '').length).toBeLessThanOrEqual(60);
        expect(submission?.website ?? 'https://').toMatch(/^https?:/);
      }),
    );
  });
});
