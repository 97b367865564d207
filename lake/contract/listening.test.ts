import { applyPatch } from 'mendoza';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import type { ListenOptions, MutationEvent } from '@sanity/client';
import { openLab, waitFor } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
afterAll(() => lab.end());

/** Listens until the test ends; resolves once the greeting is there. */
async function listen(
  query: string,
  params: Record<string, string | string[]> = {},
  options: ListenOptions = {},
  client = lab.client,
): Promise<MutationEvent[]> {
  const mutations: MutationEvent[] = [];
  let greeted = false;
  const subscription = client
    .listen(query, params, { ...options, events: ['welcome', 'mutation'] })
    .subscribe((event) => {
      if (event.type === 'mutation') mutations.push(event);
      else greeted = true;
    });
  onTestFinished(() => subscription.unsubscribe());
  await waitFor(() => greeted || undefined);
  return mutations;
}

describe('listening', () => {
  test('revisions of a document form a chain, and effects lead from each state to the next', async () => {
    const events = await listen(
      '*[_id == "chain"]',
      {},
      { effectFormat: 'mendoza', includeResult: true },
    );
    await lab.client.create({ _id: 'chain', _type: 'note', items: [{ _key: 'a', n: 1 }] });
    await lab.client.patch('chain').set({ 'items[_key=="a"].n': 2 }).commit();
    await lab.client.delete('chain');
    const [created, patched, deleted] = await waitFor(() =>
      events.length === 3 ? events : undefined,
    );
    expect([created, patched, deleted].map((event) => event?.transition)).toEqual([
      'appear',
      'update',
      'disappear',
    ]);
    expect(created).not.toHaveProperty('previousRev');
    expect(patched?.previousRev).toBe(created?.resultRev);
    expect(deleted?.previousRev).toBe(patched?.resultRev);
    expect(deleted?.resultRev).toBe(deleted?.transactionId);
    const { _rev, ...before } = created?.result ?? {};
    const { _rev: after, ...result } = patched?.result ?? {};
    expect([_rev, after]).toEqual([created?.resultRev, patched?.resultRev]);
    expect(applyPatch(before, patched?.effects?.apply ?? [])).toEqual(result);
    expect(applyPatch(result, patched?.effects?.revert ?? [])).toEqual(before);
    expect(created?.effects?.revert).toEqual([0, null]);
    expect(deleted?.effects?.apply).toEqual([0, null]);
  });

  test('events are counted for each listener, not for the transaction', async () => {
    const one = await listen('*[_id in $ids]', { ids: ['c1'] });
    const two = await listen('*[_type == "counted"]');
    await lab.client
      .transaction()
      .create({ _id: 'c1', _type: 'counted' })
      .create({ _id: 'c2', _type: 'counted' })
      .create({ _id: 'c3', _type: 'other' })
      .commit();
    await waitFor(() => (one.length === 1 && two.length === 2 ? true : undefined));
    const counts = [...one, ...two].map((event) => [
      event.transactionCurrentEvent,
      event.transactionTotalEvents,
    ]);
    expect(counts).toEqual([
      [1, 1],
      [1, 2],
      [2, 2],
    ]);
  });

  test('several mutations of one document in a transaction are one event', async () => {
    const events = await listen('*[_id == "merged"]');
    await lab.client
      .transaction()
      .create({ _id: 'merged', _type: 'note' })
      .patch('merged', { set: { a: 1 } })
      .patch('merged', { set: { b: 2 } })
      .commit();
    const [event] = await waitFor(() => (events.length > 0 ? events : undefined));
    expect(event?.mutations.map((mutation) => Object.keys(mutation)[0])).toEqual([
      'create',
      'patch',
      'patch',
    ]);
  });

  test('a filter that needs evaluation sees documents come and go, in order', async () => {
    const events = await listen('*[_type == "task" && done != true] | order(n)');
    await lab.client.create({ _id: 't', _type: 'task' });
    await lab.client.patch('t').set({ done: true }).commit();
    await lab.client.patch('t').set({ n: 5 }).commit();
    await lab.client.patch('t').set({ done: false }).commit();
    await waitFor(() => (events.length === 3 ? true : undefined));
    expect(events.map(({ transition }) => transition)).toEqual(['appear', 'disappear', 'appear']);
  });

  test('what a query selects is told as mutations by id', async () => {
    await lab.client.create({ _id: 'byq', _type: 'byq' });
    const events = await listen('*[_type == "byq"]');
    await lab.client.patch({ query: '*[_type == "byq"]' }).set({ a: 1 }).commit();
    const [event] = await waitFor(() => (events.length > 0 ? events : undefined));
    expect(event?.mutations).toEqual([{ patch: { id: 'byq', set: { a: 1 } } }]);
  });

  test('without a token only undotted documents are heard of', async () => {
    const events = await listen('*', {}, {}, lab.stranger);
    await lab.client
      .transaction()
      .create({ _id: 'drafts.hidden', _type: 'note' })
      .create({ _id: 'seen', _type: 'note' })
      .commit();
    const [event] = await waitFor(() => (events.length > 0 ? events : undefined));
    expect([event?.documentId, event?.transactionTotalEvents]).toEqual(['seen', 1]);
  });
});

/** Frames from one connection, until `count` of them named mutation or a greeting came. */
const frames = async (lastEventId: string, count: number): Promise<string[]> => {
  const controller = new AbortController();
  const query = encodeURIComponent('*[_type == "resume"]');
  const response = await lab.request(`/data/listen/production?query=${query}&enableResume=true`, {
    headers: lastEventId === '' ? {} : { 'last-event-id': lastEventId },
    signal: controller.signal,
  });
  let text = '';
  const decoder = new TextDecoder();
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if ([...text.matchAll(/^event: /gm)].length >= count) break;
  }
  controller.abort();
  return [...text.matchAll(/^event: (\w+)\ndata: (.*)$/gm)].map((match) => {
    const data: { documentId?: string } = JSON.parse(match[2] ?? '');
    return data.documentId === undefined ? String(match[1]) : `${match[1]} ${data.documentId}`;
  });
};

describe('resuming', () => {
  test('missed events are sent after a known one, and none after an unknown one', async () => {
    const { client } = lab;
    await client
      .transaction()
      .transactionId('tx-1')
      .create({ _id: 'r1', _type: 'resume' })
      .create({ _id: 'r2', _type: 'resume' })
      .commit();
    await client.create({ _id: 'elsewhere', _type: 'other' });
    await client.create({ _id: 'r3', _type: 'resume' });
    expect(await frames('', 1)).toEqual(['welcome']);
    expect(await frames('tx-1#r1', 3)).toEqual(['welcomeback', 'mutation r2', 'mutation r3']);
    expect(await frames('unknown#r1', 1)).toEqual(['reset']);
  });
});
