import type { WriteStream } from 'node:tty';
import { tellTenths, type Progress } from '../../site/publish/progress.ts';
import { progressBar } from './progress-bar.ts';

type Stream = Pick<WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

export interface TerminalOptions {
  /** Gets what was asked for. */
  readonly out: Stream;
  /** Gets what happens, and the bar where it is a terminal. */
  readonly err: Stream;
  /** In milliseconds. */
  readonly clock: () => number;
}

/** Lines for people and, below them, how far a long work is: a bar in a terminal, each tenth in a log. */
export interface Terminal {
  readonly say: (line: string) => void;
  readonly log: (line: string) => void;
  readonly progress: Progress;
}

const CLEAR_LINE = '\r\u001B[2K';
const DRAW_EVERY_MS = 100;

export function openTerminal({ out, err, clock }: TerminalOptions): Terminal {
  let bar = '';
  let began: number | undefined;
  let drawn = 0;

  const show = (next: string): void => {
    if (bar !== '') err.write(CLEAR_LINE);
    if (next !== '') err.write(next);
    bar = next;
  };
  const above = (write: () => void): void => {
    const below = bar;
    show('');
    write();
    show(below);
  };
  const log = (line: string): void => above(() => err.write(`${line}\n`));

  const draw: Progress = (done, all) => {
    if (done === all) {
      began = undefined;
      return show('');
    }
    const now = clock();
    began ??= now;
    if (bar !== '' && now - drawn < DRAW_EVERY_MS) return;
    drawn = now;
    show(progressBar({ done, all, seconds: (now - began) / 1000 }, err.columns ?? 80));
  };

  return {
    say: (line) => above(() => out.write(`${line}\n`)),
    log,
    progress: err.isTTY === true ? draw : tellTenths(log, clock),
  };
}
