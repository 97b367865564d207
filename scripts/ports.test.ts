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
});
