import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseCommentSettings } from '../comment-settings.ts';
import { aComment, facts, settings, submission } from './comment.fixture.ts';
import type { Facts, FormAge } from './facts.ts';
import { hostileTexts } from './hostile.fixture.ts';
import { readText } from './read-text.ts';
import { CHECKS, triage } from './triage.ts';

const codesOf = (...call: Parameters<typeof triage>): string[] => {
  const verdict = triage(...call);
  return 'reasons' in verdict ? verdict.reasons.map(({ code }) => code) : [];
};

const inMode = (mode: typeof settings.mode) => ({ ...settings, mode });
const stranger: Facts = { ...facts, sender: { verified: false, approved: 0, spam: 0 } };

describe('triage', () => {
  test('where all are held, says of an ordinary comment only that', () => {
    expect(triage(submission, facts, inMode('all'))).toEqual({
      status: 'pending',
      reasons: [
        {
          code: 'every',
          moderator: 'Every comment is read first',
          commenter: 'An editor reads each comment before it appears.',
        },
      ],
    });
  });

  test('where all are held, tells what is doubtful instead', () => {
    const source = 'It cures cancer';
    expect(codesOf({ ...submission, source }, facts, inMode('all'))).toEqual(['cure']);
  });

  test.for([
    ['approved before and confirmed', { verified: true, approved: 1, spam: 0 }, 'approved'],
    ['approved before, not confirmed', { verified: false, approved: 9, spam: 0 }, 'pending'],
    ['confirmed, nothing approved yet', { verified: true, approved: 0, spam: 0 }, 'pending'],
    ['once spam', { verified: true, approved: 9, spam: 1 }, 'pending'],
    ['not known', undefined, 'pending'],
  ] as const)('where first-timers are held, somebody %s is %s', ([, sender, status]) => {
    expect(triage(submission, { ...facts, sender }, inMode('first-timers')).status).toBe(status);
  });

  test.for([
    [
      { verified: false, approved: 0, spam: 0 },
      'The address is not confirmed, or its mail was ended',
    ],
    [
      { verified: false, elsewhere: true, approved: 0, spam: 0 },
      'The address is confirmed, but not in this browser: it may be somebody else',
    ],
    // Neither the first that comes nor the second, while the first waits.
    [
      { verified: true, approved: 0, spam: 0 },
      'No comment from this address has been approved yet',
    ],
  ] as const)('tells a moderator of the sender %o: %s', ([sender, moderator]) => {
    const verdict = triage(submission, { ...facts, sender }, inMode('first-timers'));
    expect(verdict).toMatchObject({ reasons: [{ code: 'first-timer', moderator }] });
  });

  test('holds the doubtful comment of somebody trusted', () => {
    const verdict = triage(
      { ...submission, source: 'I can’t breathe' },
      facts,
      inMode('first-timers'),
    );
    expect(verdict).toMatchObject({ status: 'pending', reasons: [{ emergency: true }] });
  });

  test('where only the doubtful are held, lets a stranger’s ordinary comment through', () => {
    expect(triage(submission, stranger, inMode('open'))).toEqual({ status: 'approved' });
  });

  test.for([
    [{ form: 'none' }, 'no-ticket'],
    [{ proof: 'missing' }, 'no-proof'],
  ] as const)('asks for %j only where strangers are let through', ([lack, code]) => {
    expect(codesOf(submission, { ...facts, ...lack }, inMode('open'))).toEqual([code]);
    expect(triage(submission, { ...facts, ...lack }, inMode('first-timers')).status).toBe(
      'approved',
    );
  });

  test('holds what was sent before', () => {
    expect(codesOf(submission, { ...facts, duplicate: true }, inMode('open'))).toEqual([
      'duplicate',
    ]);
  });

  test('puts what fell into the trap with the spam, with all that is doubtful', () => {
    const trapped = { ...submission, trap: 'x', source: 'DM me' };
    const verdict = triage(trapped, facts, inMode('open'));
    expect(verdict).toMatchObject({
      status: 'spam',
      reasons: [{ code: 'trap' }, { code: 'selling' }],
    });
  });

  test('holds what a broken check could not judge', () => {
    const broken = { ...settings, words: new Proxy([], { get: () => expect.unreachable() }) };
    expect(triage(submission, facts, broken)).toEqual({
      status: 'pending',
      reasons: [{ code: 'fault', moderator: 'The check for listed words broke' }],
    });
  });

  test('comes to a verdict whatever is sent', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .array(fc.constantFrom('stop', 'taking', '500', 'mg', 'my', 'cures', '.', '\n\n', '‘', '@'))
        .map((words) => words.join(' ')),
      fc.constantFrom('\uD800', '\u0000', ''),
    );
    fc.assert(
      fc.property(
        text,
        text,
        fc.option(text, { nil: undefined }),
        text,
        fc.constantFrom<FormAge[]>('none', 'forged', { ageMs: Number.NaN }, { ageMs: -1 }),
        fc.constantFrom('all', 'first-timers', 'open'),
        fc.array(text, { maxLength: 5 }),
        (source, name, website, trap, form, mode, words) => {
          const sent = { ...submission, source, name, trap, ...(website && { website }) };
          const verdict = triage(sent, { ...facts, form }, { mode, words, maxLinks: 2 });
          expect(verdict.status === 'approved' || verdict.reasons.length > 0).toBe(true);
          expect(codesOf(sent, { ...facts, form }, { mode, words, maxLinks: 2 })).not.toContain(
            'fault',
          );
        },
      ),
    );
  });
});

/** Whether it can be done in so many milliseconds: others may use the machine meanwhile. */
const canTakeLess = (limitMs: number, run: () => unknown): boolean =>
  Array.from({ length: 50 }).some(() => {
    const began = performance.now();
    run();
    return performance.now() - began < limitMs;
  });

describe('each check', () => {
  const words = Array.from({ length: 1000 }, (_, index) => `word${index}`);
  const full = { ...settings, ...parseCommentSettings({ words: [...words, 'a a', '1'] }) };

  test.for(Object.entries(CHECKS))(
    'of %s takes less than 20 ms, whatever the text',
    ([, check]) => {
      for (const source of hostileTexts) {
        const comment = { ...aComment({ source }), settings: full };
        expect(
          canTakeLess(20, () => check(comment)),
          source.slice(0, 20),
        ).toBe(true);
      }
    },
  );

  test('is given a text that was read in less than 20 ms', () => {
    for (const source of hostileTexts) {
      expect(
        canTakeLess(20, () => readText(source)),
        source.slice(0, 20),
      ).toBe(true);
    }
  });
});
