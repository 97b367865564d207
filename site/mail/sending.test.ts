import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { createErrands, type Errand } from './errands.ts';
import { aClock, aMailFile } from './mail-file.fixture.ts';
import { createSending, toMailBackoff, type Outcome } from './sending.ts';
import { startMailServer } from './smtp-server.fixture.ts';

const MINUTE_MS = 60_000;
const never = new AbortController().signal;

/** Sending where `outcomeOf` stands for the mail server. */
function open(outcomeOf: (errand: Errand) => Outcome | Promise<Outcome>) {
  const { file } = aMailFile();
  const errands = createErrands(file);
  const clock = aClock();
  const log: string[] = [];
  const tried: string[] = [];
  const sending = createSending({
    file,
    errands,
    now: clock.now,
    log: (line) => log.push(line),
    send: async (errand) => {
      tried.push(errand.subject);
      return outcomeOf(errand);
    },
  });
  const add = (subject: string): void => errands.add({ kind: 'public', subject }, clock.now());
  return { ...clock, errands, log, tried, add, sending, run: () => sending.run(never) };
}

const DONE: Outcome = { status: 'done' };

describe('createSending', () => {
  test('sends each once, in their order, and notes what follows', async () => {
    const noted: string[] = [];
    const { add, run, tried, errands } = open(({ subject }) => ({
      status: 'done',
      note: () => void noted.push(subject),
    }));
    for (const subject of ['a', 'b', 'a']) add(subject);
    await run();
    await run();
    expect(tried).toEqual(['a', 'b']);
    expect(noted).toEqual(['a', 'b']);
    expect(errands.count()).toBe(0);
  });

  test('waits while the server is away, longer each time, and tries one mail at a time', async () => {
    let isAway = true;
    const { add, run, tried, log, pass, sending, now } = open(() =>
      isAway ? { status: 'away', reason: 'ESOCKET' } : DONE,
    );
    add('a');
    add('b');
    await run();
    await run();
    expect(tried).toEqual(['a']);
    expect(sending.nextRun()).toEqual(new Date(now().getTime() + MINUTE_MS));
    pass(MINUTE_MS);
    await run();
    expect(tried).toEqual(['a', 'a']);
    expect(sending.nextRun()).toEqual(new Date(now().getTime() + 2 * MINUTE_MS));
    expect(log).toHaveLength(2);
    expect(sending.trouble()).toBe('Mail cannot be sent: ESOCKET. 2 wait.');
    isAway = false;
    pass(2 * MINUTE_MS);
    await run();
    expect(tried).toEqual(['a', 'a', 'a', 'b']);
    expect(sending.trouble()).toBeUndefined();
  });

  test('puts off one mail that is not taken yet, and goes on with the others', async () => {
    let isFull = true;
    const { add, run, tried, pass } = open(({ subject }) =>
      subject === 'a' && isFull ? { status: 'later', reason: 'EENVELOPE 452' } : DONE,
    );
    add('a');
    add('b');
    await run();
    expect(tried).toEqual(['a', 'b']);
    isFull = false;
    pass(MINUTE_MS);
    await run();
    await run();
    expect(tried).toEqual(['a', 'b', 'a']);
  });

  test('does not try again what is refused', async () => {
    const { add, run, tried, pass, log } = open(() => ({
      status: 'refused',
      reason: 'EENVELOPE 550',
    }));
    add('a');
    await run();
    pass(24 * 60 * MINUTE_MS);
    await run();
    expect(tried).toEqual(['a']);
    expect(log).toEqual(['The mail public a is refused: EENVELOPE 550.']);
  });

  test('tries again after a fault, and tells nothing that it said', async () => {
    let faults = 1;
    const { add, run, tried, pass, log } = open(() => {
      faults -= 1;
      if (faults >= 0) throw new TypeError('ann@reader.example');
      return DONE;
    });
    add('a');
    await run();
    pass(MINUTE_MS);
    await run();
    expect(tried).toEqual(['a', 'a']);
    expect(log.join()).toMatch(/TypeError/);
    expect(log.join()).not.toContain('ann@');
  });

  test('gives up after five days, and says how many', async () => {
    const { add, run, tried, pass, log, errands } = open(() => ({
      status: 'away',
      reason: 'ESOCKET',
    }));
    add('a');
    add('b');
    await run();
    pass(5 * 24 * 60 * MINUTE_MS + 1);
    await run();
    expect(tried).toEqual(['a']);
    expect(errands.count()).toBe(0);
    expect(log.at(-1)).toMatch(/^2 mails were given up/);
  });

  test('stops after the mail that is under way', async () => {
    const stopping = new AbortController();
    const { add, sending, tried } = open(() => {
      stopping.abort();
      return DONE;
    });
    add('a');
    add('b');
    await sending.run(stopping.signal);
    expect(tried).toEqual(['a']);
  });

  test('killed between a mail and the note of it, repeats that one alone', async () => {
    const { file, path } = aMailFile();
    const errands = createErrands(file);
    const subjects = Array.from({ length: 6 }, (_, index) => `mail-${index}`);
    for (const subject of subjects) errands.add({ kind: 'public', subject }, new Date());
    const server = await startMailServer();
    const script = join(import.meta.dirname, 'sending-child.fixture.ts');
    const sendUntil = async (last: string | undefined): Promise<void> => {
      const child = spawn(process.execPath, [script, path, server.url], { stdio: 'inherit' });
      server.onTaken = ({ subject }) => subject === last && child.kill('SIGKILL');
      await once(child, 'exit');
    };
    await sendUntil('mail-1');
    await sendUntil('mail-4');
    await sendUntil(undefined);
    await sendUntil(undefined);
    expect(server.mails.map(({ subject }) => subject)).toEqual(
      [0, 1, 1, 2, 3, 4, 4, 5].map((index) => `mail-${index}`),
    );
    expect(server.mails[1]?.headers['message-id']).toEqual(server.mails[2]?.headers['message-id']);
    expect(errands.count()).toBe(0);
  });
});

describe('toMailBackoff', () => {
  test('doubles from a minute to an hour', () => {
    const minutes = [0, 1, 5, 6, 2000].map((attempts) => toMailBackoff(attempts) / MINUTE_MS);
    expect(minutes).toEqual([1, 2, 32, 60, 60]);
  });
});
