import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import { aStore } from '../../tests/fixtures/store.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { createSigner } from '../comments/signed.ts';
import { openErasures } from './erasures.ts';
import { createYourData, LINK_MS } from './your-data.ts';

const now = new Date('2026-11-20T12:00:00Z');
const address = 'http://site.example/api/comments/your-data';
const signer = createSigner(new Uint8Array(32).fill(3));
const token = signer.sign('your-data', 'a', new Date(now.getTime() + LINK_MS));

async function aSite({ mail = true, asksLeft = 1 } = {}) {
  const dir = temporaryFolder();
  const client = await aStore(join(dir, 'lake'));
  for (const id of ['a', 'b']) {
    await client.create({ _id: `drafts.${id}`, _type: 'comment', name: `Name of ${id}` });
    await client.create({
      _id: `private.comment.${id}`,
      _type: 'privateComment',
      comment: id,
      email: `${id}@mail.example`,
    });
  }
  const erasures = openErasures(join(dir, 'erasures.sqlite'));
  onTestFinished(() => erasures.close());
  const sent: string[] = [];
  const yourData = createYourData({
    client,
    signer,
    erasures,
    traces: { idsOf: () => [], eraseComments: () => undefined, eraseAddress: () => undefined },
    sendLink: mail ? (id) => void sent.push(id) : undefined,
    addressHash: () => ['network'],
    mayPreview: async () => asksLeft > 0,
    render: async (page, status = 200) => Response.json(page, { status }),
    now: () => now,
  });
  const left = (): Promise<string[]> => client.fetch('*[_type match "*omment"]._id | order(@)');
  return { ...yourData, ask: (request: Request) => yourData.ask(request, '::1'), sent, left };
}

const post = (fields: Record<string, string>): Request =>
  new Request(address, { method: 'POST', body: new URLSearchParams(fields) });

const titleOf = async (response: Response): Promise<unknown> => {
  const page: unknown = await response.json();
  return typeof page === 'object' && page !== null && 'title' in page ? page.title : undefined;
};

describe('createYourData', () => {
  test('mails a link to an address that has commented, and answers others the same', async () => {
    const site = await aSite();
    const known = await site.ask(post({ email: ' A@mail.example ' }));
    const unknown = await site.ask(post({ email: 'nobody@mail.example' }));
    expect(await known.json()).toEqual(await unknown.json());
    expect(site.sent).toEqual(['a']);
  });

  test.for([
    '',
    'no address',
    'a@b@c.example',
    '<a>@b.example',
    'a@mail.example\r\nBcc: b@c.example',
  ])('asks again for %o', async (email) => {
    const site = await aSite();
    const answer = await site.ask(post({ email }));
    expect(answer.status).toBe(422);
    expect(site.sent).toEqual([]);
  });

  test('says what to do where no mail is sent', async () => {
    const site = await aSite({ mail: false });
    const answer = await site.ask(post({ email: 'a@mail.example' }));
    expect(await answer.text()).toContain('sends no mail');
  });

  test('asks for patience', async () => {
    const site = await aSite({ asksLeft: 0 });
    await expect(site.ask(post({ email: 'a@mail.example' }))).rejects.toMatchObject({
      status: 429,
    });
  });

  test('exports what was sent with the address, and nothing of others', async () => {
    const site = await aSite();
    const file = await site.open(post({ action: 'export' }), token);
    expect(file.headers.get('content-disposition')).toContain('attachment');
    const text = await file.text();
    expect(text).toContain('a@mail.example');
    expect(text).not.toContain('b@mail.example');
  });

  test('erases only after a second question', async () => {
    const site = await aSite();
    expect(await titleOf(await site.open(new Request(address), token))).toMatch(/kept about you/);
    expect(await titleOf(await site.open(post({ action: 'erase' }), token))).toBe(
      'Erase everything?',
    );
    expect(await site.left()).toHaveLength(4);
    const done = await site.open(post({ action: 'erase-for-good' }), token);
    expect(await titleOf(done)).toBe('Everything is erased');
    expect(await site.left()).toEqual(['drafts.b', 'private.comment.b']);
    expect((await site.open(new Request(address), token)).status).toBe(410);
  });

  test.for([
    'forged',
    signer.sign('yours', 'a'),
    signer.sign('your-data', 'a', new Date(now.getTime() - 1)),
    signer.sign('your-data', 'unknown'),
  ])('opens nothing with %s', async (wrong) => {
    const site = await aSite();
    expect((await site.open(new Request(address), wrong)).status).toBe(410);
    expect((await site.open(post({ action: 'erase-for-good' }), wrong)).status).toBe(410);
    expect(await site.left()).toHaveLength(4);
  });
});
