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
  /** Names another host, where one can be named. */
  readonly hostVariable?: string;
  /** 0 takes a free one. */
  readonly port: number;
}

/** @throws Error naming each port that cannot be listened on, why, and its variable */
export async function requireFree(wanted: readonly WantedPort[]): Promise<void> {
  const fixed = wanted.filter(({ port }) => port !== 0);
  for (const [port, [first, second]] of Map.groupBy(fixed, (each) => each.port)) {
    if (first === undefined || second === undefined) continue;
    const names = `${first.variable} and ${second.variable}`;
    throw new Error(`${names} are both ${port}. Give each a port of its own.`);
  }
  const taken: WantedPort[] = [];
  for (const each of wanted) if (!(await isFree(each))) taken.push(each);
  if (taken.length === 0) return;
  const ports = taken.map(({ variable, port }) => `${port} (${variable})`).join(', ');
  throw new Error(
    `In use already: port ${ports}. Stop what uses it, or name a free one by that variable.`,
  );
}

/** @throws Error where it cannot be listened on for another reason than that something does already */
async function isFree({ host, port, variable, hostVariable }: WantedPort): Promise<boolean> {
  const problem = await problemWith(host, port);
  if (problem === undefined) return true;
  if (problem.code === 'EADDRINUSE') return false;
  const isOfHost = hostVariable !== undefined && problem.code !== 'EACCES';
  const [place, advice] = isOfHost
    ? [
        host,
        `Set ${hostVariable} to an address of this machine, such as 127.0.0.1, or 0.0.0.0 for all of them.`,
      ]
    : [`port ${port}`, `Set ${variable} to a port that is yours to use, such as 8080.`];
  throw new Error(`Nothing can listen on ${place} (${problem.message}). ${advice}`);
}

function problemWith(host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', resolve);
    server.listen(port, host, () => server.close(() => resolve(undefined)));
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
