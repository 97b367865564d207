import { connect, createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 20;

/** A port of this machine that nothing listens on, for now. */
export function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}

/** A port that a program is to listen on, and the variable that names another. */
export interface WantedPort {
  readonly variable: string;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** @throws Error naming each port that is in use, and its variable */
export async function requireFree(wanted: readonly WantedPort[]): Promise<void> {
  const taken: WantedPort[] = [];
  for (const each of wanted) if (!(await isFree(each))) taken.push(each);
  if (taken.length === 0) return;
  const ports = taken.map(({ variable, port }) => `${port} (${variable})`).join(', ');
  throw new Error(
    `In use already: port ${ports}. Stop what uses it, or name a free one by that variable.`,
  );
}

/** What else is wrong with a port, its program says. */
function isFree({ host, port }: WantedPort): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(!('code' in error && error.code === 'EADDRINUSE')));
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}

/**
 * Waits until a program listens on a port of this machine.
 *
 * @throws Error when it does not within 20 seconds
 */
export async function untilListening(port: number): Promise<void> {
  const deadline = performance.now() + PATIENCE_MS;
  while (!(await accepts(port))) {
    if (performance.now() > deadline) throw new Error(`Nothing listens on port ${port}.`);
    await delay(LOOK_EVERY_MS);
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
}
