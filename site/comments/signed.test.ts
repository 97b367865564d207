import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { createSigner, loadKey } from './signed.ts';

const dir = mkdtempSync(join(tmpdir(), 'lymphwise-signed-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const now = new Date('2026-11-20T12:00:00Z');
const later = new Date('2026-11-20T12:15:00Z');
const signer = createSigner(new Uint8Array(32).fill(7));

describe('createSigner', () => {
  test('reads its own tokens, with an end and without', () => {
    expect(signer.verify('yours', signer.sign('yours', 'a-1', later), now)).toBe('a-1');
    expect(signer.verify('yours', signer.sign('yours', 'é/ü'), later)).toBe('é/ü');
  });

  test('takes no token for another purpose, from another key, or after its end', () => {
    const token = signer.sign('approve', 'a-1', later);
    expect(signer.verify('spam', token, now)).toBeUndefined();
    expect(createSigner(new Uint8Array(32)).verify('approve', token, now)).toBeUndefined();
    expect(signer.verify('approve', token, new Date(later.getTime() + 1))).toBeUndefined();
  });

  test('takes no token that was changed, in any of its parts', () => {
    const [subject = '', until = '', seal = ''] = signer.sign('yours', 'a-1', later).split('.');
    const other = Buffer.from('a-2').toString('base64url');
    for (const forged of [
      `${other}.${until}.${seal}`,
      `${subject}.zzzzzzzzz.${seal}`,
      `${subject}.0.${seal}`,
      `${subject}.${until}.${seal.replace(/^./, (first) => (first === 'A' ? 'B' : 'A'))}`,
      `${subject}.${until}`,
      '',
    ]) {
      expect(signer.verify('yours', forged, now), forged).toBeUndefined();
    }
  });
});

describe('loadKey', () => {
  test('makes a key once, for this user only', () => {
    const file = join(dir, 'deep/comment-key');
    const key = loadKey(file);
    expect(key).toHaveLength(32);
    expect(loadKey(file)).toEqual(key);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('says what to do about a damaged key', () => {
    const file = join(dir, 'short');
    writeFileSync(file, 'x');
    expect(() => loadKey(file)).toThrow(/Remove it/);
  });
});
