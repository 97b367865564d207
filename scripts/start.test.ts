import { spawn } from 'node:child_process';
import { createServer, type RequestListener } from 'node:http';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { freePort } from './ports.ts';

/** @returns what it said and its exit code, once it has ended */
function start(env: NodeJS.ProcessEnv) {
  const ports = { SITE_PORT: '0', STUDIO_PORT: '0', DATA_DIR: temporaryFolder() };
  const child = spawn(process.execPath, ['scripts/start.ts'], { env: { ...ports, ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, ended: Promise.all([text(child.stderr), code]) };
}

async function aStore(answer: RequestListener): Promise<string> {
  const store = createServer(answer);
  const port = await freePort();
  await new Promise<void>((resolve) => store.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => {
    store.close();
    store.closeAllConnections();
  });
  return `http://127.0.0.1:${port}`;
}

describe('npm start', () => {
  test('says in one line that the named store does not answer, and what to do', async () => {
    const store = `http://127.0.0.1:${await freePort()}`;
    const [said, code] = await start({ SANITY_API_HOST: store }).ended;
    expect([said.trim().split('\n').length, code]).toEqual([1, 1]);
    expect(said).toContain(`did not start. The store at ${store} does not answer`);
    expect(said).toContain('SANITY_PROJECT_ID');
  });

  test('names the token that the store refuses', async () => {
    const store = await aStore((request, response) => {
      response.setHeader('content-type', 'application/json');
      if (request.headers.authorization === undefined) return response.end('{"result":3}');
      return response.writeHead(401).end('{"statusCode":401,"message":"Session not found"}');
    });
    const [said, code] = await start({ SANITY_API_HOST: store, SANITY_API_TOKEN: 'x' }).ended;
    expect([said.trim().split('\n').length, code]).toEqual([1, 1]);
    expect(said).toContain('refuses SANITY_API_TOKEN');
  });

  test('says once that it stops, however often it is told', async () => {
    const asked = Promise.withResolvers<void>();
    const { child, ended } = start({ SANITY_API_HOST: await aStore(() => asked.resolve()) });
    await asked.promise;
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect(await ended).toEqual(['Stopping.\n', 0]);
  });
});
