import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { heldComment } from './held-comment.fixture.ts';
import { openOutbox } from './outbox.ts';
import type { Outbox } from './outbox.ts';
import { aPrint } from './print.fixture.ts';

export const newOutboxFile = (): string => join(temporaryFolder(), randomUUID(), 'outbox.sqlite');

/** An outbox that is closed when the test is over. */
export const openForTest = (file = newOutboxFile()): Outbox => {
  const outbox = openOutbox(file);
  onTestFinished(outbox.close);
  return outbox;
};

/** Adds a comment that is like no other. */
export const post = (outbox: Outbox, comment = heldComment(), at = new Date()): Promise<string> =>
  outbox.post(comment, aPrint({ text: comment.id }), at);
