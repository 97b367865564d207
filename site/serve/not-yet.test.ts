import { expect, test } from 'vitest';

import { commentsOff, noPages } from './not-yet.ts';

test.for([
  ['POST', 'text/html', /<h1>Comments cannot be taken just now<\/h1>\n<p>Go back/],
  ['GET', 'text/html', /<p>Try again in a minute.<\/p>\n<p><a href="\/">To the front page/],
  ['POST', 'application/json', /^Comments cannot be taken just now. Go back .*\n$/],
] as const)('%s of %s: 503, and what to do', async ([method, accept, text]) => {
  const request = new Request('https://lymph.example/api/comments', {
    method,
    headers: { accept },
  });
  const response = commentsOff(request);
  expect(response.status).toBe(503);
  expect(response.headers.get('content-type')).toContain(text.source[0] === '<' ? 'html' : 'plain');
  expect(await response.text()).toMatch(text);
});

test('while no page is written, says so and has no link to one', async () => {
  const request = new Request('https://lymph.example/', { headers: { accept: 'text/html' } });
  const response = noPages(request);
  expect(response.status).toBe(503);
  expect(response.headers.get('retry-after')).toBe('30');
  const page = await response.text();
  expect(page).toMatch(/<h1>The pages are being written<\/h1>\n<p>Try again in a minute/);
  expect(page).not.toContain('<a ');
});
