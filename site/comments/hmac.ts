import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

const secrets = new WeakMap<Uint8Array, KeyObject>();

/** The HMAC of a text, with SHA-256. A key is taken in once: that takes longer than all the rest. */
export function hmac(key: Uint8Array, text: string): Buffer {
  const secret = secrets.get(key) ?? createSecretKey(key);
  secrets.set(key, secret);
  return createHmac('sha256', secret).update(text).digest();
}
