import { describe, expect, test } from 'vitest';

import { ADDRESS, createEndpoint, post, URL_OF_ENDPOINT } from './endpoint.fixture.ts';

describe('a comment that comes again', () => {
  test('answers the same comment again with the same page, and stores it once', async () => {
    const { handle, stored } = createEndpoint();
    const first = await handle(post(), ADDRESS);
    const second = await handle(post({ comment: ' Thank  you. ' }), ADDRESS);
    expect(second.headers.get('location')).toBe(first.headers.get('location'));
    expect(stored()).toHaveLength(1);
  });

  test('knows a comment that its author has changed by its new text only', async () => {
    const { handle, stored } = createEndpoint();
    const first = await handle(post(), ADDRESS);
    const own = first.headers.get('location') ?? '';
    const body = new URLSearchParams({ action: 'edit', comment: 'Thanks a lot.' });
    const headers = { 'sec-fetch-site': 'same-origin' };
    const change = new Request(new URL(own, URL_OF_ENDPOINT), { method: 'POST', body, headers });
    const edited = await handle(change, ADDRESS);
    expect(edited.status).toBe(303);
    const same = await handle(post({ comment: 'THANKS a  lot.' }), ADDRESS);
    expect(same.headers.get('location')).toBe(own);
    const before = await handle(post(), ADDRESS);
    expect(before.headers.get('location')).not.toBe(own);
    expect(stored().map(({ source }) => source)).toEqual(['Thanks a lot.', 'Thank you.']);
  });

  test('tells the moderators of a text that somebody else sent before', async () => {
    const { handle, stored } = createEndpoint();
    await handle(post(), ADDRESS);
    await handle(post({ email: 'bo@example.org' }), ADDRESS);
    expect(stored()[1]?.reasons.join()).toMatch(/same text/i);
  });
});
