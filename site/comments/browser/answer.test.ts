import { describe, expect, test } from 'vitest';
import { toAnswer } from './answer.ts';

describe('toAnswer', () => {
  test('a comment that is held', () => {
    const answer = toAnswer({
      status: 'held',
      yours: '/api/comments/yours/t',
      html: '<p>Hello</p>',
      notices: ['An editor reads it.', 7],
      editUntil: '2026-01-01T12:15:00Z',
    });
    expect(answer).toEqual({
      kind: 'taken',
      isPublic: false,
      yours: '/api/comments/yours/t',
      html: '<p>Hello</p>',
      notices: ['An editor reads it.'],
      emergency: false,
      editUntil: '2026-01-01T12:15:00Z',
    });
  });

  test('a preview of what reads like an emergency', () => {
    expect(toAnswer({ preview: '<p>Help</p>', emergency: 'Call.' })).toEqual({
      kind: 'preview',
      html: '<p>Help</p>',
      emergency: true,
    });
  });

  test('mistakes, those of no field last in line but not lost', () => {
    const errors = [
      { field: 'email', message: 'Mend it.' },
      { field: 'constructor', message: 'Wait.' },
      { field: 'name' },
    ];
    expect(toAnswer({ errors })).toEqual({
      kind: 'mend',
      errors: [
        { field: 'email', message: 'Mend it.' },
        { field: 'form', message: 'Wait.' },
      ],
    });
  });

  test.for([
    [{ error: 'The form came from another site.' }, /another site/],
    [undefined, /kept here: try again/],
    ['<html>502</html>', /kept here: try again/],
    [{ errors: [] }, /kept here: try again/],
    [[], /kept here: try again/],
  ] as const)('%j becomes words for the reader', ([data, message]) => {
    expect(toAnswer(data)).toEqual({
      kind: 'mend',
      errors: [{ field: 'form', message: expect.stringMatching(message) }],
    });
  });
});
