import { describe, expect, test } from 'vitest';

import { createRateLimit } from './rate-limit.ts';
import type { Submission } from './submission.ts';
import { triage } from './triage.ts';

const comment: Submission = {
  articleId: 'article-x',
  name: 'Ann',
  email: 'ann@example.org',
  source: 'Thank you.',
  trap: '',
};
const quiet = { sentInLastMinute: 0, sentInLastDay: 0 };

describe('triage', () => {
  test('holds an ordinary comment, and says why', () => {
    expect(triage(comment, quiet)).toEqual({
      status: 'pending',
      reasons: ['Email address not verified'],
    });
  });

  test.for([
    { links: 2, held: false },
    { links: 3, held: true },
  ])('with $links links, names them: $held', ({ links, held }) => {
    const verdict = triage({ ...comment, source: 'https://a.example '.repeat(links) }, quiet);
    expect('reasons' in verdict && verdict.reasons.includes('More than 2 links')).toBe(held);
  });

  test.for([
    [{ website: 'https://a.example/' }, 'Gives a website'],
    [{ name: 'www.a.example' }, 'A link as the name'],
  ] as const)('of %j says: %s', ([changes, reason]) => {
    const verdict = triage({ ...comment, ...changes }, quiet);
    expect(verdict).toMatchObject({ reasons: ['Email address not verified', reason] });
  });

  test('puts what fell into the trap with the spam', () => {
    expect(triage({ ...comment, trap: 'x' }, quiet)).toMatchObject({ status: 'spam' });
  });

  test.for([
    { sentInLastMinute: 2, sentInLastDay: 29, status: 'pending' },
    { sentInLastMinute: 3, sentInLastDay: 3, status: 'refused' },
    { sentInLastMinute: 0, sentInLastDay: 30, status: 'refused' },
  ])(
    'after $sentInLastMinute in a minute and $sentInLastDay in a day: $status',
    ({ status, ...history }) => {
      expect(triage(comment, history).status).toBe(status);
    },
  );

  test('refuses before it looks at the trap', () => {
    const history = { sentInLastMinute: 3, sentInLastDay: 3 };
    expect(triage({ ...comment, trap: 'x' }, history).status).toBe('refused');
  });
});

const at = (time: string) => new Date(`2026-11-21T${time}Z`);

describe('createRateLimit', () => {
  test('counts the last minute and the last day of each sender', () => {
    const limit = createRateLimit();
    limit.count('a', new Date('2026-11-20T08:00:00Z'));
    limit.count('a', at('08:59:30'));
    limit.count('a', at('09:00:00'));
    limit.count('b', at('09:00:00'));
    expect(limit.history(['a'], at('09:00:29'))).toEqual({ sentInLastMinute: 2, sentInLastDay: 2 });
    expect(limit.history(['a'], at('09:00:30'))).toEqual({ sentInLastMinute: 1, sentInLastDay: 2 });
  });

  test('adds up the names that a sender had today and yesterday', () => {
    const limit = createRateLimit();
    limit.count('yesterday', at('00:00:00'));
    limit.count('today', at('00:00:01'));
    expect(limit.history(['today', 'yesterday'], at('00:00:02')).sentInLastMinute).toBe(2);
  });

  test('forgets the sender who has been quiet for longest', () => {
    const limit = createRateLimit();
    limit.count('first', at('09:00:00'));
    limit.count('second', at('09:00:00'));
    limit.count('first', at('09:00:01'));
    for (let index = 0; index < 9999; index += 1) limit.count(`s${index}`, at('09:00:01'));
    expect(limit.history(['second'], at('09:00:02')).sentInLastDay).toBe(0);
    expect(limit.history(['first'], at('09:00:02')).sentInLastDay).toBe(2);
  });
});
