import { describe, expect, test } from 'vitest';

import { spreadStreams, toShard } from './spread-streams.ts';

const LISTEN = 'http://lymphwise.localhost:3999/v1/data/listen/production?query=*';

describe('toShard', () => {
  test.for([
    { turn: 3, address: LISTEN, host: 'lymphwise-s3.localhost:3999' },
    { turn: 17, address: LISTEN, host: 'lymphwise-s1.localhost:3999' },
    {
      turn: 2,
      address: 'http://lymphwise.localhost:3999/v2025-02-19/data/live/events/production',
      host: 'lymphwise-s2.localhost:3999',
    },
  ])('sends stream $turn to $host', ({ turn, address, host }) => {
    expect(new URL(toShard(address, turn)).host).toBe(host);
  });

  test.for([
    'http://lymphwise.localhost:3999/v1/data/query/production?query=*',
    'http://localhost:3999/v1/data/listen/production',
    'https://lymphwise.api.sanity.io/v1/data/listen/production',
  ])('leaves %s alone', (address) => {
    expect(toShard(address, 5)).toBe(address);
  });
});

describe('spreadStreams', () => {
  test('gives each stream the next host and keeps the request options', async () => {
    const seen: [string, RequestInit | undefined][] = [];
    const send = spreadStreams(async (input, init) => {
      seen.push([new URL(String(input)).hostname, init]);
      return new Response();
    }, 0);
    const options = { headers: { authorization: 'Bearer x' } };
    await send(LISTEN, options);
    await send(new URL(LISTEN), options);
    await send('http://lymphwise.localhost:3999/v1/ping', options);
    expect(seen).toEqual([
      ['lymphwise-s1.localhost', options],
      ['lymphwise-s2.localhost', options],
      ['lymphwise.localhost', options],
    ]);
  });
});
