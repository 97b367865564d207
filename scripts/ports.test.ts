import { createServer } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import { freePort, requireFree } from './ports.ts';

describe('requireFree', () => {
  test('names the ports that are in use, and how to choose others', async () => {
    const host = '127.0.0.1';
    const taken = createServer();
    const port = await freePort();
    await new Promise<void>((resolve) => taken.listen(port, host, resolve));
    onTestFinished(() => void taken.close());
    const free = { variable: 'STUDIO_PORT', host, port: 0 };
    await requireFree([free]);
    await expect(requireFree([{ variable: 'SITE_PORT', host, port }, free])).rejects.toThrow(
      `port ${port} (SITE_PORT)`,
    );
  });

  test('names two that are set to the same', async () => {
    const both = ['LAKE_PORT', 'SITE_PORT'].map((variable) => ({ variable, host: '127.0.0.1' }));
    await requireFree(both.map((each) => ({ ...each, port: 0 })));
    const port = await freePort();
    await expect(requireFree(both.map((each) => ({ ...each, port })))).rejects.toThrow(
      `LAKE_PORT and SITE_PORT are both ${port}`,
    );
  });

  test.for(['300.1.1.1', '192.0.2.1'])('says that %s is no address to listen on', async (host) => {
    const site = { variable: 'SITE_PORT', host, hostVariable: 'SITE_HOST', port: 0 };
    await expect(requireFree([site])).rejects.toThrow(
      /Set SITE_HOST to an address of this machine/,
    );
  });
});
