import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLab, ORIGIN, TOKEN } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab({ queryDeadline: 1000 });
  await lab.client.create({ _id: 'there', _type: 'note' });
});
afterAll(() => lab.end());

const post = (
  path: string,
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> = {},
) => lab.request(path, { method: 'POST', body, headers });
const deep = (n: number): string => `${'['.repeat(n)}${']'.repeat(n)}`;
const mutation = (value: string): string => `{"mutations":[${value}]}`;
const mutate = '/data/mutate/production';

describe('bad requests', () => {
  test.for([
    ['no JSON', 400, () => post(mutate, '{')],
    ['no object', 400, () => post(mutate, '[]')],
    ['no body', 400, () => post(mutate, '')],
    ['no mutations', 400, () => post(mutate, '{}')],
    ['an unknown mutation', 400, () => post(mutate, mutation('{"explode":{}}'))],
    [
      'two operations in one',
      400,
      () => post(mutate, mutation('{"create":{"_type":"a"},"delete":{"id":"a"}}')),
    ],
    ['no type', 400, () => post(mutate, mutation('{"create":{"_id":"a"}}'))],
    ['a wrong id', 400, () => post(mutate, mutation('{"create":{"_id":"a b","_type":"a"}}'))],
    [
      'a long id',
      400,
      () => post(mutate, mutation(`{"create":{"_id":"${'a'.repeat(200)}","_type":"a"}}`)),
    ],
    [
      'a prototype',
      400,
      () => post(mutate, mutation('{"create":{"_type":"a","__proto__":{"x":1}}}')),
    ],
    [
      'a patched prototype',
      400,
      () => post(mutate, mutation('{"patch":{"id":"there","set":{"__proto__.x":1}}}')),
    ],
    ['a wrong path', 400, () => post(mutate, mutation('{"patch":{"id":"there","set":{"a[[":1}}}'))],
    [
      'a patch of the id',
      400,
      () => post(mutate, mutation('{"patch":{"id":"there","set":{"_id":"b"}}}')),
    ],
    [
      'a patch without a type',
      400,
      () => post(mutate, mutation('{"patch":{"id":"there","unset":["_type"]}}')),
    ],
    [
      'a patch of numbers by text',
      400,
      () => post(mutate, mutation('{"patch":{"id":"there","inc":{"a":"x"}}}')),
    ],
    [
      'deep nesting',
      400,
      () => post(mutate, mutation(`{"create":{"_type":"a","x":${deep(50_000)}}}`)),
    ],
    ['a large body', 413, () => post(mutate, ' '.repeat(17_000_000))],
    [
      'a small body that unpacks large',
      413,
      () =>
        post(mutate, new Uint8Array(gzipSync(Buffer.alloc(40_000_000, ' '))), {
          'content-encoding': 'gzip',
        }),
    ],
    ['a body that is no gzip', 400, () => post(mutate, 'x', { 'content-encoding': 'gzip' })],
    ['an unknown encoding', 415, () => post(mutate, 'x', { 'content-encoding': 'br' })],
    ['no query', 400, () => lab.request('/data/query/production')],
    ['a wrong parameter', 400, () => lab.request('/data/query/production?query=*&$a=%7B')],
    [
      'a wrong perspective',
      400,
      () => lab.request('/data/query/production?query=*&perspective=%20'),
    ],
    [
      'a deep query',
      400,
      () => post('/data/query/production', JSON.stringify({ query: deep(40_000) })),
    ],
    [
      'a query without end',
      408,
      () =>
        post(
          '/data/query/production',
          JSON.stringify({ query: `"${'a'.repeat(60)}" match "${'a*'.repeat(12)}b"` }),
        ),
    ],
    ['a wrong listener', 400, () => lab.request('/data/listen/production?query=*%5B')],
    ['an unknown dataset', 404, () => lab.request('/data/query/other?query=*')],
    ['an unknown dataset to write', 404, () => post('/data/mutate/other', '{}')],
    [
      'an unknown project',
      404,
      () =>
        lab.request('/data/query/production?query=*', {
          headers: { 'x-sanity-project-id': 'other' },
        }),
    ],
    ['an unknown address', 404, () => lab.request('/nothing')],
    ['a wrong method', 405, () => lab.request('/data/mutate/production')],
    ['a broken escape', 404, () => lab.request('/data/doc/%E0%A4%A')],
    ['a wrong limit', 400, () => lab.request('/data/history/production/transactions/a?limit=-1')],
  ] as const)('%s gives %i', async ([, status, send]) => {
    const response = await send();
    expect(response.status).toBe(status);
    const body = await response.json();
    expect(body).toHaveProperty('error');
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|SQLITE/);
  });

  test('leave the lake as it was', async () => {
    expect(await lab.client.fetch('*._id')).toEqual(['there']);
    expect(Object.hasOwn(Object.prototype, 'x')).toBe(false);
  });
});

/** The status of a request with a host name of one's own choice, which fetch does not allow. */
const statusFor = (host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const socket = connect(lab.lake.port, '127.0.0.1', () => {
      socket.write(`GET /v1/ping HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`);
    });
    let answer = '';
    socket.on('data', (data) => (answer += data.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(answer.split(' ')[1] ?? ''));
  });

describe('hosts and origins', () => {
  test.for([
    ['localhost', '200'],
    ['127.0.0.1:3999', '200'],
    ['[::1]:80', '200'],
    ['lymphwise.localhost', '200'],
    ['lymphwise-s3.localhost:80', '200'],
    ['other.localhost', '404'],
    ['evil.example', '421'],
    ['localhost.evil.example', '421'],
    ['127.0.0.1.evil.example', '421'],
  ] as const)('a request for %s gives %s', async ([host, status]) => {
    expect(await statusFor(host)).toBe(status);
  });

  test.for([
    [ORIGIN, ORIGIN],
    ['http://localhost:3334', null],
    ['https://evil.example', null],
    ['null', null],
  ] as const)('the origin %s is answered with %s', async ([origin, allowed]) => {
    for (const method of ['GET', 'OPTIONS']) {
      const { headers } = await lab.request('/users/me', { method, headers: { origin } });
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
      expect(headers.get('vary')).toContain('Origin');
    }
    const failed = await lab.request('/nothing', {
      headers: { origin, authorization: `Bearer ${TOKEN}` },
    });
    expect(failed.headers.get('access-control-allow-origin')).toBe(allowed);
  });
});
