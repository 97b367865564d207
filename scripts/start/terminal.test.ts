import { describe, expect, test } from 'vitest';
import { openTerminal } from './terminal.ts';

/** What a terminal of one window shows in the end: a line that was cleared is not there. */
function aTerminal(isTTY: boolean) {
  let text = '';
  let time = 0;
  const stream = {
    isTTY,
    columns: 60,
    write: (more: string) => {
      text += more;
      return true;
    },
  };
  const terminal = openTerminal({ out: stream, err: stream, clock: () => time });
  const shown = (): readonly string[] =>
    text.split('\n').map((line) => line.split('\r\u001B[2K').at(-1) ?? '');
  const pass = (ms: number): void => void (time += ms);
  return { ...terminal, shown, pass };
}

describe('openTerminal', () => {
  test('the bar stays below what is said, and goes in the end', () => {
    const { say, log, progress, shown, pass } = aTerminal(true);
    log('one');
    progress(25, 100);
    log('two');
    say('three');
    expect(shown()).toEqual(['one', 'two', 'three', expect.stringContaining('25 of 100')]);
    pass(1000);
    progress(50, 100);
    expect(shown().at(-1)).toContain('50 of 100, 50 a second, 1 s left');
    progress(100, 100);
    expect(shown()).toEqual(['one', 'two', 'three', '']);
  });

  test('the bar goes when the work comes to nothing, and the next begins anew', () => {
    const { progress, shown, pass } = aTerminal(true);
    progress(25, 100);
    progress(0, 0);
    expect(shown()).toEqual(['']);
    pass(5000);
    progress(10, 100);
    expect(shown()).toEqual([expect.stringMatching(/10 of 100$/)]);
  });

  test('is drawn now and then only', () => {
    const { progress, shown } = aTerminal(true);
    for (let done = 1; done < 50; done += 1) progress(done, 100);
    expect(shown()).toEqual([expect.stringContaining(' 1 of 100')]);
  });

  test('a log gets lines', () => {
    const { progress, shown, pass } = aTerminal(false);
    progress(1, 10);
    pass(2000);
    progress(5, 10);
    expect(shown()).toEqual(['Writing the pages: 50 %', '']);
  });
});
