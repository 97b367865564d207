import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseCommentSettings } from './comment-settings.ts';

const defaults = {
  mode: 'all',
  words: [],
  maxLinks: 2,
  perMinute: 3,
  perDay: 30,
  perEmailPerDay: 20,
  overallPerMinute: 120,
  proofOfWork: false,
  notify: [],
  keepMonths: undefined,
};

describe('parseCommentSettings', () => {
  test.for([undefined, null, 'x', [], {}])('of %j has the defaults', (document) => {
    expect(parseCommentSettings(document)).toEqual(defaults);
  });

  test('takes what moderators set', () => {
    const set = {
      mode: 'open',
      words: ['casino', 'buy now'],
      maxLinks: 0,
      perMinute: 1,
      perDay: 10,
      perEmailPerDay: 5,
      overallPerMinute: 1000,
      proofOfWork: true,
      notify: ['editor@example.org'],
      keepMonths: 12,
    };
    expect(parseCommentSettings({ _id: 'private.commentSettings', ...set })).toEqual(set);
  });

  test('a wrong field does not cost the others', () => {
    const document = {
      mode: 'nobody',
      words: ['', ' casino ', 7, 'x'.repeat(101)],
      maxLinks: -1,
      perMinute: 0,
      perDay: 1.5,
      perEmailPerDay: '20',
      overallPerMinute: Number.NaN,
      proofOfWork: 'yes',
      notify: ['editor', 'editor@example.org'],
      keepMonths: 0,
    };
    expect(parseCommentSettings(document)).toEqual({
      ...defaults,
      words: ['casino'],
      notify: ['editor@example.org'],
    });
  });

  test('reads a copy of itself as itself, whatever was read', () => {
    fc.assert(
      fc.property(fc.anything(), (document) => {
        const settings = parseCommentSettings(document);
        expect(parseCommentSettings(JSON.parse(JSON.stringify(settings)))).toEqual(settings);
      }),
    );
  });
});
