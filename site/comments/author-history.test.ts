import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

import { createClient } from '@sanity/client';
import { describe, expect, onTestFinished, test } from 'vitest';

import { openLab } from '../../lake/contract/lab.ts';
import { createAuthorHistory } from './author-history.ts';

interface Past {
  email: string;
  verifiedAt?: string;
  unsubscribedAt?: string;
  /** What lies under its id now. */
  fate: 'approved' | 'waiting' | 'spam' | 'trash' | 'removed' | 'deleted';
}

const confirmedAt = new Date('2026-11-01T00:00:00Z');
const confirmed = { verifiedAt: confirmedAt.toISOString() };
const since = (ms: number) => new Date(confirmedAt.getTime() + ms);

const stranger = { verified: false, approved: 0, spam: 0 };
const elsewhere = { ...stranger, elsewhere: true };

const storeWith = async (past: readonly Past[]) => {
  const lab = await openLab();
  onTestFinished(() => lab.end());
  const transaction = lab.client.transaction();
  for (const { fate, ...rest } of past) {
    const id = randomUUID();
    const receivedAt = '2026-11-02T00:00:00Z';
    const part = { _type: 'privateComment', comment: id, receivedAt, ...rest };
    transaction.create({ _id: `private.comment.${id}`, ...part });
    const isPublic = fate === 'approved' || fate === 'removed';
    if (fate === 'deleted') continue;
    transaction.create({
      _id: isPublic ? id : `drafts.${id}`,
      _type: 'comment',
      ...(fate === 'removed' && { removed: true }),
      ...((fate === 'spam' || fate === 'trash') && { moderation: fate }),
    });
  }
  await transaction.commit();
  return createAuthorHistory(lab.client.withConfig({ perspective: 'raw' }));
};

describe('createAuthorHistory', () => {
  test('counts what is public and what was spam, however the address is written', async () => {
    const historyOf = await storeWith([
      { email: 'ann@example.org', fate: 'approved' },
      { email: 'Ann@Example.org', fate: 'approved', ...confirmed },
      { email: 'ann@example.org', fate: 'waiting' },
      { email: 'ANN@example.org', fate: 'spam' },
      { email: 'ann@example.org', fate: 'trash' },
      { email: 'ann@example.org', fate: 'removed' },
      { email: 'ann@example.org', fate: 'deleted' },
      { email: 'bob@example.org', fate: 'approved', ...confirmed },
      { email: 'bob@example.org', fate: 'spam' },
    ]);
    expect(await historyOf('aNN@example.org', confirmedAt)).toEqual({
      verified: true,
      approved: 2,
      spam: 1,
    });
  });

  test('of an address that nobody confirmed says so', async () => {
    const historyOf = await storeWith([{ email: 'ann@example.org', fate: 'approved' }]);
    for (const email of ['ann@example.org', 'new@example.org', '*@example.org']) {
      expect(await historyOf(email, confirmedAt)).toEqual(stranger);
    }
  });

  test('trusts nobody who only knows the address, and says so, nor a browser from before it was confirmed anew', async () => {
    const historyOf = await storeWith([
      { email: 'ann@example.org', fate: 'approved', ...confirmed },
    ]);
    expect(await historyOf('ann@example.org', undefined)).toEqual(elsewhere);
    expect(await historyOf('ann@example.org', since(-1))).toEqual(elsewhere);
    expect(await historyOf('bob@example.org', undefined)).toEqual(stranger);
    expect(await historyOf('ann@example.org', since(0))).toMatchObject({ verified: true });
    expect(await historyOf('ann@example.org', since(1))).toMatchObject({ verified: true });
  });

  test('trusts no address whose owner has ended its mail since', async () => {
    const ended = { ...confirmed, unsubscribedAt: since(1).toISOString() };
    const historyOf = await storeWith([{ email: 'ann@example.org', fate: 'approved', ...ended }]);
    expect(await historyOf('ann@example.org', since(2))).toEqual(stranger);
  });

  test('does not know in a store that refuses, or takes too long', async () => {
    const server = createServer((request, response) => {
      // A project called `slow` is not answered.
      if (request.url?.includes('slow') === false) response.writeHead(401).end('{}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    onTestFinished(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const historyIn = (dataset: string) =>
      createAuthorHistory(
        createClient({
          projectId: 'test',
          dataset,
          apiVersion: '2026-05-01',
          apiHost: `http://127.0.0.1:${port}`,
          useProjectHostname: false,
          useCdn: false,
        }),
      );
    expect(await historyIn('closed')('ann@example.org', confirmedAt)).toBeUndefined();
    const began = performance.now();
    expect(await historyIn('slow')('ann@example.org', confirmedAt)).toBeUndefined();
    expect(performance.now() - began).toBeLessThan(3000);
  });
});
