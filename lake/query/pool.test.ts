import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import { DATABASE_FILE, openDatabase } from '../store/database.ts';
import { createPool } from './pool.ts';
import type { Pool, PoolOptions } from './pool.ts';

const dir = mkdtempSync(join(tmpdir(), 'lake-'));
openDatabase(dir).close();
afterAll(() => rmSync(dir, { recursive: true }));

function openPool(options: Partial<PoolOptions>): Pool {
  const file = join(dir, DATABASE_FILE);
  const pool = createPool({ file, size: 1, deadline: 5000, memory: 256, ...options });
  onTestFinished(() => pool.close());
  return pool;
}

function ask(pool: Pool, query: string): Promise<string> {
  const question = { query, params: {}, identity: '', dataset: { projectId: 'p', dataset: 'd' } };
  return pool.run({ kind: 'query', question, perspective: 'raw', publicOnly: false });
}

/** 8^n combinations out of a short query. */
const product = (n: number): string =>
  n === 0 ? '1' : `[{},{},{},{},{},{},{},{}]{"x": ${product(n - 1)}}`;
const slow =
  '("a" + "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa") match "a*a*a*a*a*a*a*a*a*a*a*a*b"';

describe('createPool', () => {
  test('a query past its deadline is stopped, and the next one is answered', async () => {
    const pool = openPool({ deadline: 300 });
    await ask(pool, '1');
    const [late, next] = await Promise.allSettled([ask(pool, slow), ask(pool, '1 + 1')]);
    expect(late).toMatchObject({
      status: 'rejected',
      reason: { status: 408, body: { error: { type: 'queryTimeoutError' } } },
    });
    expect(next).toMatchObject({ value: '2' });
  });

  test('a query past its memory is stopped, and the next one is answered', async () => {
    const pool = openPool({ deadline: 20_000, memory: 64 });
    const [large, next] = await Promise.allSettled([ask(pool, product(9)), ask(pool, '1 + 1')]);
    expect(large).toMatchObject({
      status: 'rejected',
      reason: { status: 408, body: { error: { type: 'queryMemoryError' } } },
    });
    expect(next).toMatchObject({ value: '2' });
  }, 20_000);

  test('a mistake is told with its place', async () => {
    const wrong = ask(openPool({}), '*[_type ==]');
    await expect(wrong).rejects.toMatchObject({
      status: 400,
      body: { error: { type: 'queryParseError', query: '*[_type ==]', start: 9, end: 11 } },
    });
  });

  test('waiting queries are refused when it closes', async () => {
    const pool = openPool({});
    const both = Promise.allSettled([ask(pool, slow), ask(pool, slow)]);
    await pool.close();
    expect(await both).toMatchObject([{ reason: { status: 503 } }, { reason: { status: 503 } }]);
  });
});
