import { describe, expect, test } from 'vitest';

import { createSigner } from './signed.ts';
import { makeTicket, readTicket } from './ticket.ts';

const signer = createSigner(new Uint8Array(32).fill(7));
const opened = new Date('2026-11-21T09:00:00Z');
const sent = new Date('2026-11-21T09:00:41.500Z');

describe('readTicket', () => {
  test('tells how long ago the form was made', () => {
    expect(readTicket(signer, makeTicket(signer, opened), sent)).toEqual({ ageMs: 41_500 });
  });

  test.for([
    ['', 'none'],
    ['x', 'forged'],
    [makeTicket(createSigner(new Uint8Array(32)), opened), 'forged'],
    [signer.sign('yours', String(opened.getTime())), 'forged'],
  ] as const)('calls %j %s', ([ticket, age]) => {
    expect(readTicket(signer, ticket, sent)).toBe(age);
  });
});
