import { expect, test } from 'vitest';

import type { LimitedSender, Limits, LimitSettings } from './limits.ts';

export const key = new Uint8Array(32).fill(7);
export const settings: LimitSettings = {
  perMinute: 3,
  perDay: 5,
  perEmailPerDay: 4,
  overallPerMinute: 20,
};
const plenty = { perMinute: 99, perDay: 99, perEmailPerDay: 99, overallPerMinute: 99 };

let senders = 0;
/** Somebody new, unless told otherwise. */
export const sender = (changes: Partial<LimitedSender> = {}): LimitedSender => {
  senders += 1;
  return { networks: [`network${senders}`], email: `reader${senders}@example.org`, ...changes };
};

/** Sends as often, each time with another address of email. */
export const send = async (limits: Limits, times: number, changes: Partial<LimitedSender>) => {
  for (let time = 0; time < times; time += 1) {
    expect(await limits.consume(sender(changes), plenty)).toMatchObject({ allowed: true });
  }
};

/**
 * What holds wherever comments are counted.
 *
 * @param open limits that have counted nothing yet
 */
export const limitsContract = (open: () => Promise<Limits>): void => {
  test('takes as many from one network in a minute, and says how long to wait', async () => {
    const limits = await open();
    await send(limits, 3, { networks: ['a'] });
    const refused = await limits.consume(sender({ networks: ['a'] }), settings);
    expect(refused).toEqual({ allowed: false, limit: 'minute', retryAfterS: expect.any(Number) });
    expect('retryAfterS' in refused && refused.retryAfterS).toBeGreaterThan(50);
    expect('retryAfterS' in refused && refused.retryAfterS).toBeLessThanOrEqual(60);
    expect(await limits.consume(sender(), settings)).toMatchObject({ allowed: true });
  });

  test('tells of the day where both are used up: that is the longer wait', async () => {
    const limits = await open();
    await send(limits, 5, { networks: ['a'] });
    const refused = await limits.consume(sender({ networks: ['a'] }), settings);
    expect(refused).toMatchObject({ allowed: false, limit: 'day' });
    expect('retryAfterS' in refused && refused.retryAfterS).toBeGreaterThan(86_300);
  });

  test('counts what a network sent under yesterday’s hash', async () => {
    const limits = await open();
    await send(limits, 2, { networks: ['yesterday', 'before'] });
    await send(limits, 2, { networks: ['today', 'yesterday'] });
    const refused = await limits.consume(sender({ networks: ['today', 'yesterday'] }), settings);
    expect(refused).toMatchObject({ allowed: false, limit: 'minute' });
  });

  test('counts an email address from any network, however it is written', async () => {
    const limits = await open();
    for (const email of [
      'ann@example.org',
      'Ann@example.org',
      'ANN@EXAMPLE.ORG',
      'ann@Example.org',
    ])
      await limits.consume(sender({ email }), settings);
    expect(await limits.consume(sender({ email: 'ann@example.org' }), settings)).toMatchObject({
      allowed: false,
      limit: 'email',
    });
  });

  test('counts everybody together', async () => {
    const limits = await open();
    await send(limits, 20, {});
    expect(await limits.consume(sender(), settings)).toMatchObject({ limit: 'overall' });
  });

  test('does not count what it refuses', async () => {
    const limits = await open();
    await send(limits, 3, { networks: ['a'] });
    for (let time = 0; time < 5; time += 1) {
      await limits.consume({ networks: ['a'], email: 'ann@example.org' }, settings);
    }
    const allowed = { networks: ['b'], email: 'ann@example.org' } as const;
    expect(await limits.consume(allowed, { ...settings, perEmailPerDay: 1 })).toMatchObject({
      allowed: true,
    });
  });

  test('of many at once takes no more than it may', async () => {
    const limits = await open();
    const all = Array.from({ length: 12 }, () => sender({ networks: ['a'] }));
    const verdicts = await Promise.all(all.map((each) => limits.consume(each, settings)));
    expect(verdicts.filter(({ allowed }) => allowed)).toHaveLength(3);
    const oneMore = { ...settings, perMinute: 4 };
    expect(await limits.consume(sender({ networks: ['a'] }), oneMore)).toMatchObject({
      allowed: true,
    });
  });

  test('takes another after one was given back', async () => {
    const limits = await open();
    await send(limits, 2, { networks: ['a'] });
    const third = await limits.consume(sender({ networks: ['a'] }), settings);
    if (third.allowed) await third.giveBack();
    expect(await limits.consume(sender({ networks: ['a'] }), settings)).toMatchObject({
      allowed: true,
    });
    expect(await limits.consume(sender({ networks: ['a'] }), settings)).toMatchObject({
      allowed: false,
    });
  });
};
