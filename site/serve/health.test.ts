import { describe, expect, test } from 'vitest';
import { healthResponse } from './health.ts';

const failure = { path: '/a/', message: 'No title.' };
const parts = { isCurrent: true, failures: [], outbox: undefined, warnings: [] };

function allowed(origin: string | undefined): string | null {
  return healthResponse(parts, origin).headers.get('access-control-allow-origin');
}

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

  test('only the Studio’s scripts may read it', () => {
    expect(allowed('http://localhost:3333')).toBe('http://localhost:3333');
    expect(allowed(undefined)).toBeNull();
  });
});
