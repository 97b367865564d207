import { connect } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';
import { openLab, TOKEN, waitFor } from './lab.ts';

test('a client that does not read is cut off, and the others hear everything', async () => {
  const lab = await openLab();
  onTestFinished(() => lab.end());
  const path =
    '/v2025-02-19/data/listen/production?query=*&includeResult=true&includePreviousRevision=true';
  let closed = false;
  const stuck = connect(lab.lake.port, '127.0.0.1', () => {
    stuck.pause();
    stuck.write(
      `GET ${path} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer ${TOKEN}\r\n\r\n`,
    );
  });
  stuck.on('error', () => undefined);
  stuck.on('close', () => {
    closed = true;
  });
  const heard: string[] = [];
  let greeted = false;
  const subscription = lab.client
    .listen('*[_type == "large"]', {}, { events: ['welcome', 'mutation'], includeResult: false })
    .subscribe((event) => {
      if (event.type === 'mutation') heard.push(event.transactionId);
      else greeted = true;
    });
  onTestFinished(() => subscription.unsubscribe());
  await waitFor(() => greeted || undefined);

  const text = 'x '.repeat(250_000);
  const sent: string[] = [];
  for (let n = 0; n < 14; n += 1) {
    const doc = await lab.client.createOrReplace({
      _id: 'large',
      _type: 'large',
      text: `${text}${n}`,
    });
    sent.push(doc._rev);
  }
  await waitFor(() => heard.length === sent.length || undefined);
  expect(heard).toEqual(sent);
  stuck.resume();
  await waitFor(() => closed || undefined);
}, 20_000);

test('closing ends open streams and running queries within a second', async () => {
  const lab = await openLab();
  const response = await lab.request('/data/listen/production?query=*');
  const reader = response.body?.getReader();
  await reader?.read();
  const endless = `"${'a'.repeat(60)}" match "${'a*'.repeat(12)}b"`;
  const query = lab.request(`/data/query/production?query=${encodeURIComponent(endless)}`);
  const answered = query.then(
    ({ status }) => status,
    () => 'cut off',
  );
  await lab.client.fetch('1');
  const started = performance.now();
  await lab.end();
  expect(performance.now() - started).toBeLessThan(1000);
  expect(['cut off', 503]).toContain(await answered);
});
