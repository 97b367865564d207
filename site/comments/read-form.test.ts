import { describe, expect, test } from 'vitest';

import { ADDRESS, createEndpoint, good, post, URL_OF_ENDPOINT } from './endpoint.fixture.ts';

/** Letters that take many bytes, the last in pieces that are composed only here. */
const LETTERS = ['я', '界', '😀', '각'.normalize('NFD')];

const multipart = (comment: string): Request => {
  const body = new FormData();
  for (const [field, value] of Object.entries({ ...good, comment })) body.set(field, value);
  return new Request(URL_OF_ENDPOINT, { method: 'POST', body });
};

describe('the longest comment', () => {
  test.for(LETTERS)('of %s is taken, however the form is encoded', async (letter) => {
    const { handle, stored } = createEndpoint();
    const typed = letter.repeat(5000);
    for (const request of [
      post({ comment: typed }),
      multipart(`${typed.slice(0, -letter.length)}.`),
    ]) {
      expect((await handle(request, ADDRESS)).status).toBe(303);
    }
    expect(stored()[0]?.source).toBe(typed.normalize('NFC'));
  });

  test.for(LETTERS)('and one more %s come back in the form', async (letter) => {
    const { handle, pages } = createEndpoint();
    const comment = letter.repeat(5001);
    expect((await handle(post({ comment }), ADDRESS)).status).toBe(422);
    expect(pages).toMatchObject([
      {
        kind: 'mend',
        values: { comment: comment.normalize('NFC') },
        errors: [{ field: 'comment', message: expect.stringContaining('5001 characters') }],
      },
    ]);
  });
});
