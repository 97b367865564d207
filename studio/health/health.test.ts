import { describe, expect, test } from 'vitest';

import {
  nextAskIn,
  parseHealth,
  toOutboxText,
  toPagesText,
  toState,
  toStateText,
} from './health.ts';

const failure = { path: '/a/', message: 'No title.', others: 0, examples: [] };
const many = { path: '/', message: 'No settings.', others: 6, examples: ['/a/', '/b/', '/c/'] };

describe('parseHealth', () => {
  test('reads what the site says', () => {
    const json = {
      status: 'behind',
      current: true,
      failures: [failure, many],
      warnings: ['A redirect leads nowhere.', 7],
      outbox: { waiting: 2, parked: 0, reasons: [] },
    };
    expect(parseHealth(json)).toEqual({
      current: true,
      failures: [failure, many],
      warnings: ['A redirect leads nowhere.'],
      outbox: { waiting: 2, parked: 0 },
    });
  });

  test('a failure without its parts is one all the same', () => {
    const { failures } = parseHealth({ current: true, failures: [{}] });
    expect(failures).toEqual([
      { path: '?', message: 'No reason was given.', others: 0, examples: [] },
    ]);
  });

  test.for([undefined, 'ok', {}, { current: 'yes', failures: [] }, { current: true }])(
    'refuses %o',
    (json) => {
      expect(() => parseHealth(json)).toThrow(/says nothing of its health/);
    },
  );
});

describe('toState', () => {
  test.for([
    { health: { current: true, failures: [], warnings: [] }, text: 'Site up to date' },
    { health: { current: false, failures: [], warnings: [] }, text: 'Publishing…' },
    {
      health: { current: true, failures: [failure], warnings: [] },
      text: '1 page could not be made',
    },
    {
      health: { current: false, failures: [failure, many], warnings: [] },
      text: '8 pages could not be made',
    },
    {
      health: { current: true, failures: [], warnings: ['A.'] },
      text: 'Site up to date, 1 note',
    },
    {
      health: { current: true, failures: [], warnings: ['A.', 'B.'] },
      text: 'Site up to date, 2 notes',
    },
  ])('$text', ({ health, text }) => {
    expect(toStateText(toState(health))).toBe(text);
  });

  test.for([
    { current: true, failures: [] },
    { current: false, failures: [] },
    { current: true, failures: [failure] },
  ])('keeps what is to be mended besides: %o', (health) => {
    expect(toState({ ...health, warnings: ['A.'] }).warnings).toEqual(['A.']);
  });
});

describe('toPagesText', () => {
  test.for([
    [failure, '/a/'],
    [{ ...many, others: 3 }, '/, /a/, /b/, /c/'],
    [many, '/, /a/, /b/, /c/ and 3 more'],
  ] as const)('%o: %s', ([pages, text]) => {
    expect(toPagesText(pages)).toBe(text);
  });
});

describe('toOutboxText', () => {
  test.for([
    [{ kind: 'ok', outbox: { waiting: 0, parked: 0 } }, 'Every comment that was accepted is here'],
    [{ kind: 'ok', outbox: { waiting: 1, parked: 0 } }, '1 comment on the way here'],
    [
      { kind: 'publishing', outbox: { waiting: 3, parked: 2 } },
      '3 comments on the way here; 2 comments could not be brought here: the log of the site says why',
    ],
    [{ kind: 'ok' }, 'The site takes no comments at the moment'],
    [{ kind: 'unknown' }, 'Asking the site…'],
    [{ kind: 'unreachable' }, 'The site does not answer; what it has accepted comes later'],
  ] as const)('%o: %s', ([state, text]) => {
    expect(toOutboxText(state)).toBe(text);
  });
});

describe('nextAskIn', () => {
  test('asks again sooner while the site publishes', () => {
    expect(nextAskIn({ kind: 'publishing' })).toBeLessThan(nextAskIn({ kind: 'ok' }));
  });
});
