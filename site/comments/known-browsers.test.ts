import { describe, expect, test } from 'vitest';

import { createAddressMark } from '../mail/address-mark.ts';
import { createKnownBrowsers } from './known-browsers.ts';
import { createSigner } from './signed.ts';

const key = new Uint8Array(32).fill(4);
const open = (commentsUrl: string, secret = key) =>
  createKnownBrowsers({
    signer: createSigner(secret),
    mark: createAddressMark(secret),
    commentsUrl,
  });

const browsers = open('https://lymph.example/api/comments');
const now = new Date('2026-11-21T09:00:00Z');
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);

const ANN = 'ann@reader.example';
const cookieOf = (setCookie: string): string => setCookie.split(';')[0] ?? '';
const asked = (cookie?: string): Request =>
  new Request('https://lymph.example/api/comments', { headers: cookie ? { cookie } : {} });

describe('createKnownBrowsers', () => {
  test('gives a cookie that no script reads, for comments only, and no address in it', () => {
    const cookie = browsers.cookieFor(ANN, now);
    expect(cookie).toMatch(
      /^known-[\w-]{12}=[\w.-]+; Path=\/api\/comments; Max-Age=31536000; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(Buffer.from(cookie.split(/[=.]/)[1] ?? '', 'base64url').toString()).not.toMatch(/ann|@/);
    expect(open('http://localhost:4321/api/comments').cookieFor(ANN, now)).not.toContain('Secure');
  });

  test('knows the browser for a year, among other cookies, however the address is written', () => {
    const cookie = `a=b; ${cookieOf(browsers.cookieFor(ANN, now))}; c=d`;
    expect(browsers.knownSince(asked(cookie), 'Ann@Reader.Example', inDays(364))).toEqual(now);
    expect(browsers.knownSince(asked(cookie), ANN, inDays(366))).toBeUndefined();
  });

  test('knows each of two addresses in one browser', () => {
    const [ann, bo] = [ANN, 'bo@reader.example'];
    const cookie = [ann, bo].map((each) => cookieOf(browsers.cookieFor(each, now))).join('; ');
    for (const each of [ann, bo]) {
      expect(browsers.knownSince(asked(cookie), each, now)).toEqual(now);
    }
  });

  const mine = cookieOf(browsers.cookieFor(ANN, now));
  const [name = ''] = mine.split('=');
  const bos = cookieOf(browsers.cookieFor('bo@reader.example', now));
  const forged = cookieOf(open('https://x.example/', new Uint8Array(32)).cookieFor(ANN, now));
  const ticket = createSigner(key).sign(
    'ticket',
    `${now.getTime()} ${createAddressMark(key)(ANN)}`,
  );
  test.for([
    ['no cookie', undefined],
    ['an empty one', `${name}=`],
    ['nonsense', `${name}=%%%; ;=`],
    ['that of another address', bos],
    ['that of another address under its name', `${name}=${bos.split('=')[1]}`],
    ['one that is signed by somebody else', `${name}=${forged.split('=')[1]}`],
    ['one that is signed for something else', `${name}=${ticket}`],
  ] as const)('does not know a browser with %s', ([, cookie]) => {
    expect(browsers.knownSince(asked(cookie), ANN, now)).toBeUndefined();
  });
});
