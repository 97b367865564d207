import { describe, expect, onTestFinished, test } from 'vitest';
import { startCodeChanges } from './code-changes.ts';
import { hashOfPages, type Sources } from './sources.ts';

const PAGE = 'site/pages/index.astro';
const SERVER = 'site/server.ts';
const sourcesOf = (page: string, server = ''): Sources =>
  new Map([
    [PAGE, page],
    [SERVER, server],
  ]);

/** Code that is `page`; each attempt to use it waits to be told what comes of it. */
function running(problem?: string) {
  let sources = sourcesOf('first');
  const attempts: { hash: string; signal: AbortSignal; done: PromiseWithResolvers<string> }[] = [];
  const lines: string[] = [];
  const changes = startCodeChanges({
    served: problem === undefined ? hashOfPages(sources) : 'older',
    problem,
    read: () => sources,
    renew: (signal) => {
      const done = Promise.withResolvers<string>();
      signal.addEventListener('abort', () => done.reject(signal.reason));
      attempts.push({ hash: hashOfPages(sources), signal, done });
      return done.promise;
    },
    log: (line) => lines.push(line),
  });
  onTestFinished(() => changes.close());
  const save = (page: string, server?: string): void => {
    sources = sourcesOf(page, server);
    changes.look();
  };
  const settle = async (number: number, problemOf?: string): Promise<void> => {
    await expect.poll(() => attempts.length).toBeGreaterThan(number);
    const { hash, done } = attempts[number] ?? {};
    if (problemOf === undefined) done?.resolve(hash ?? '');
    else done?.reject(new Error(problemOf));
  };
  return { changes, attempts, lines, save, settle };
}

describe('startCodeChanges', () => {
  test('does nothing about sources that are what is served', () => {
    const { attempts, lines, save } = running();
    save('first');
    expect(attempts).toEqual([]);
    expect(lines).toEqual([]);
  });

  test('goes over to new code, once', async () => {
    const { changes, attempts, save, settle } = running();
    save('second');
    save('second');
    await settle(0);
    await changes.idle();
    save('second');
    expect(attempts).toHaveLength(1);
  });

  test('ends what is out of date and begins again', async () => {
    const { changes, attempts, save, settle } = running();
    save('second');
    save('third');
    await settle(1);
    await changes.idle();
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true, false]);
    expect(attempts[1]?.hash).toBe(hashOfPages(sourcesOf('third')));
    expect(changes.problem()).toBeUndefined();
  });

  test('ends what is under way when the code is as it was', async () => {
    const { changes, attempts, save } = running();
    save('second');
    save('first');
    await changes.idle();
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true]);
  });

  test('tells why code is not used, and tries the next', async () => {
    const { changes, lines, save, settle } = running();
    save('broken');
    await settle(0, 'No such word.');
    await changes.idle();
    expect(changes.problem()).toBe('No such word.');
    expect(lines.join('\n')).toContain('No such word.');
    save('third');
    await settle(1);
    await changes.idle();
    expect(changes.problem()).toBeUndefined();
  });

  test('forgets a problem with the code that had it', async () => {
    const { changes, attempts, save, settle } = running();
    save('broken');
    await settle(0, 'No such word.');
    await changes.idle();
    save('first');
    await changes.idle();
    expect(changes.problem()).toBeUndefined();
    expect(attempts).toHaveLength(1);
  });

  test('tries again what failed before it was started', async () => {
    const { changes, save, settle } = running('No such word.');
    expect(changes.problem()).toBe('No such word.');
    save('second');
    await settle(0);
    await changes.idle();
    expect(changes.problem()).toBeUndefined();
  });

  test('asks for a restart where the server is what has changed, and does no more', () => {
    const { attempts, lines, save } = running();
    save('first', 'changed');
    save('first', 'changed');
    expect(lines).toEqual([expect.stringMatching(/site\/server\.ts: restart to use it/)]);
    expect(attempts).toEqual([]);
  });

  test('closing ends what is under way', async () => {
    const { changes, attempts, lines, save } = running();
    save('second');
    await changes.close();
    save('third');
    expect(attempts.map(({ signal }) => signal.aborted)).toEqual([true]);
    expect(lines.join()).not.toContain('not used');
  });
});
