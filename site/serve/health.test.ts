import { describe, expect, test } from 'vitest';
import { createHealth, healthResponse } from './health.ts';

const failure = { path: '/a/', message: 'No title.', others: 0, examples: [] };
const parts = { isCurrent: true, failures: [], outbox: undefined, warnings: [] };

function allowed(origin: string | undefined): string | null {
  return healthResponse(parts, origin).headers.get('access-control-allow-origin');
}

describe('createHealth', () => {
  test.for([
    ['GET', 200, null],
    ['HEAD', 200, null],
    ['POST', 405, 'GET, HEAD'],
    ['OPTIONS', 405, 'GET, HEAD'],
  ] as const)('answers %s with %d', ([method, status, allow]) => {
    const request = new Request('http://site.example/api/health', { method });
    const response = createHealth(() => parts, undefined)(request);
    expect([response.status, response.headers.get('allow')]).toEqual([status, allow]);
  });
});

describe('healthResponse', () => {
  test.for([
    { isCurrent: false, failures: [], status: 'behind' },
    { isCurrent: true, failures: [], status: 'ok' },
    { isCurrent: true, failures: [failure], status: 'behind' },
  ])('is $status', async ({ isCurrent, failures, status }) => {
    const response = healthResponse({ ...parts, isCurrent, failures }, undefined);
    expect(await response.json()).toMatchObject({ status, current: isCurrent, failures });
  });

  test('passes on what else is wrong, which keeps nobody from being up to date', async () => {
    const warnings = ['The code does not compile.'];
    const response = healthResponse({ ...parts, warnings }, undefined);
    expect(await response.json()).toMatchObject({ status: 'ok', warnings });
  });

  test('warns of comments that are set aside and given up, by their number', async () => {
    const outbox = { waiting: 0, parked: 2, reasons: ['Gone.', 'Refused.'], forgotten: 1 };
    const response = healthResponse({ ...parts, outbox }, undefined);
    expect(await response.json()).toMatchObject({
      outbox,
      warnings: [
        'Comments not delivered, tried again daily: 2. Gone. Refused.',
        'Comments given up after 30 days; the log names them: 1.',
      ],
    });
  });

  test('only the Studio’s scripts may read it', () => {
    expect(allowed('http://localhost:3333')).toBe('http://localhost:3333');
    expect(allowed(undefined)).toBeNull();
  });
});
