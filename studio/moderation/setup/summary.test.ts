import { describe, expect, test } from 'vitest';

import { toSummary } from './summary.ts';

function textsOf(comments: unknown, site: unknown): Record<string, string> {
  return Object.fromEntries(toSummary(comments, site).map(({ title, text }) => [title, text]));
}

describe('toSummary', () => {
  test.for([undefined, null, 'error', {}, { words: 7, maxLinks: 'many' }])(
    'says of %o what holds where nothing is set',
    (nothing) => {
      expect(textsOf(nothing, nothing)).toMatchObject({
        'Which comments wait': 'Hold every comment',
        'When comments close': 'They stay open, except where a page says otherwise',
        'Words that hold a comment': 'None are listed',
        Links: 'More than 2 links hold a comment',
        'Work for browsers': 'None',
        'Mail about comments that wait': 'To nobody',
        'Addresses of commenters': 'Kept as long as the comment',
      });
    },
  );

  test('says what is set, and no address', () => {
    const comments = {
      mode: 'first-timers',
      words: ['one', 'two'],
      maxLinks: 1,
      perMinute: 5,
      proofOfWork: true,
      notify: ['ann@a.example'],
      keepMonths: 12,
    };
    const texts = textsOf(comments, { commentsCloseAfterDays: 1 });
    expect(texts).toMatchObject({
      'Which comments wait': 'Hold those whose address has no approved comment yet',
      'When comments close': '1 day after a page is published',
      'Words that hold a comment': '2 words are listed',
      Links: 'More than 1 link hold a comment',
      'How many are taken': expect.stringContaining('5 a minute'),
      'Work for browsers': 'About a second before they send',
      'Mail about comments that wait': 'To 1 address',
      'Addresses of commenters': 'Kept for 12 months once the comment is approved',
    });
    expect(JSON.stringify(texts)).not.toContain('@');
  });
});
