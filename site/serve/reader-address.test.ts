import { describe, expect, test } from 'vitest';
import { ask } from '../../tests/fixtures/ask.ts';
import { aServedFolder } from '../../tests/fixtures/served-folder.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';

describe('readerAddress', () => {
  test.for([
    { proxies: 0, told: '192.0.2.1', address: '127.0.0.1' },
    { proxies: 1, told: '192.0.2.1', address: '192.0.2.1' },
    { proxies: 1, told: 'made up, 192.0.2.1', address: '192.0.2.1' },
    { proxies: 2, told: 'made up, 192.0.2.1, 192.0.2.2', address: '192.0.2.1' },
    { proxies: 2, told: '192.0.2.2', address: '127.0.0.1' },
    { proxies: 1, told: '', address: '127.0.0.1' },
  ])('behind $proxies proxies, told "$told": $address', async ({ proxies, told, address }) => {
    const url = await aServedFolder(temporaryFolder(), {
      route: () => (_request, reader) => new Response(reader),
      proxies,
    });
    const { body } = await ask(url, '/', { headers: { 'x-forwarded-for': told } });
    expect(body.toString()).toBe(address);
  });
});
