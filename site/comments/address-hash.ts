import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import { z } from 'zod';

import { hmac } from './hmac.ts';
import { networkOf } from './network.ts';

/**
 * Hashes of an address, the one for today first, then yesterday's if there is one.
 *
 * The secrets change every day and are thrown away after two: later, nobody can tell which address
 * a hash was made from.
 */
export type AddressHash = (address: string, now: Date) => readonly [string, ...string[]];

const secretsShape = z.object({
  today: z.object({ day: z.iso.date(), secret: z.hex() }),
  yesterday: z.object({ day: z.iso.date(), secret: z.hex() }).optional(),
});

type Secrets = z.infer<typeof secretsShape>;

/**
 * @param file where the secrets are kept, readable by this user only; made when it is not there
 * @throws Error when the file cannot be written
 */
export function createAddressHash(file: string): AddressHash {
  let secrets = loadSecrets(file);
  const keys = new Map<string, Uint8Array>();
  const keyOf = (secret: string): Uint8Array => {
    const key = keys.get(secret) ?? Buffer.from(secret, 'hex');
    keys.set(secret, key);
    return key;
  };
  return (address, now) => {
    const day = now.toISOString().slice(0, 10);
    if (secrets?.today.day !== day) {
      secrets = rotate(secrets, day);
      keys.clear();
      saveSecrets(file, secrets);
    }
    const network = networkOf(address);
    const today = hash(keyOf(secrets.today.secret), network);
    return secrets.yesterday === undefined
      ? [today]
      : [today, hash(keyOf(secrets.yesterday.secret), network)];
  };
}

function rotate(secrets: Secrets | undefined, day: string): Secrets {
  const dayBefore = new Date(Date.parse(day) - 24 * 60 * 60_000).toISOString().slice(0, 10);
  const today = { day, secret: randomBytes(32).toString('hex') };
  return secrets?.today.day === dayBefore ? { today, yesterday: secrets.today } : { today };
}

function hash(key: Uint8Array, network: string): string {
  return hmac(key, network).toString('base64url');
}

/** A file that is missing or damaged costs a day's memory of senders, and nothing else. */
function loadSecrets(file: string): Secrets | undefined {
  try {
    const json: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return secretsShape.safeParse(json).data;
  } catch {
    return undefined;
  }
}

function saveSecrets(file: string, secrets: Secrets): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
