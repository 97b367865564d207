import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { hmac } from './hmac.ts';

/** What a signed address may be used for: one made for another purpose does not count. */
export type Purpose =
  | 'ticket'
  | 'yours'
  | 'confirm'
  | 'unsubscribe'
  | 'approve'
  | 'spam'
  | 'your-data'
  | 'known-browser';

/** Makes tokens for addresses that only their receiver should have, and reads them again. */
export interface Signer {
  /**
   * @param subject what it is about, such as the id of a comment; readable by whoever holds the token,
   *   so never an email address
   * @param expires left out where it holds for ever
   */
  sign: (purpose: Purpose, subject: string, expires?: Date) => string;
  /** The subject; undefined when the token is forged, for something else, or too old. */
  verify: (purpose: Purpose, token: string, now: Date) => string | undefined;
}

const TOKEN = /^([\w-]{1,400})\.([0-9a-z]{1,12})\.([\w-]{43})$/;

/** @param key at least 32 random bytes */
export function createSigner(key: Uint8Array): Signer {
  const seal = (purpose: Purpose, subject: string, expires: string): Buffer =>
    hmac(key, `${purpose}.${subject}.${expires}`);
  return {
    sign(purpose, subject, expires) {
      const encoded = Buffer.from(subject).toString('base64url');
      const until = (expires?.getTime() ?? 0).toString(36);
      return `${encoded}.${until}.${seal(purpose, encoded, until).toString('base64url')}`;
    },
    verify(purpose, token, now) {
      const [, subject, until, given] = TOKEN.exec(token) ?? [];
      if (subject === undefined || until === undefined || given === undefined) return undefined;
      const bytes = Buffer.from(given, 'base64url');
      if (!timingSafeEqual(bytes, seal(purpose, subject, until))) return undefined;
      const expires = Number.parseInt(until, 36);
      if (expires !== 0 && now.getTime() > expires) return undefined;
      return Buffer.from(subject, 'base64url').toString('utf8');
    },
  };
}

/**
 * The key of this site's signed addresses: made once, readable by this user only.
 *
 * @throws Error when the file cannot be read or written, or holds something else
 */
export function loadKey(file: string): Uint8Array {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
  const key = readFileSync(file);
  if (key.length !== 32) throw new Error(`${file} is damaged. Remove it: a new one is made.`);
  return key;
}
