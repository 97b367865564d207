import { createServer } from 'node:http';
import { describe, expect, onTestFinished, test } from 'vitest';
import { askStore } from './ask-store.ts';
import { parseEnvironment } from './environment.ts';
import { freePort } from './ports.ts';

describe('askStore', () => {
  test('asks once: who waits for a command is told at once', async () => {
    let asked = 0;
    const store = createServer((_request, response) => {
      asked += 1;
      response.writeHead(503).end();
    });
    const port = await freePort();
    await new Promise<void>((resolve) => store.listen(port, '127.0.0.1', resolve));
    onTestFinished(() => void store.close());
    const config = parseEnvironment({ LAKE_PORT: String(port) });
    await expect(askStore(config)).rejects.toThrow(`http://127.0.0.1:${port} does not answer`);
    expect(asked).toBe(1);
  });
});
