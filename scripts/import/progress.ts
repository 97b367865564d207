import type { WriteStream } from 'node:tty';

const CLEAR_LINE = '\r\u001B[2K';

/**
 * Shows what is being done: on one line that is written over in a terminal, a line each in a log.
 */
export function createProgress(stream: Pick<WriteStream, 'isTTY' | 'write'>) {
  return {
    show: (message: string): void => {
      stream.write(stream.isTTY ? `${CLEAR_LINE}${message}…` : `${message}\n`);
    },
    end: (): void => {
      if (stream.isTTY) stream.write(CLEAR_LINE);
    },
  };
}
