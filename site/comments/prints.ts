import type { DatabaseSync } from 'node:sqlite';

import { z } from 'zod';

import { hmac } from './hmac.ts';
import type { Submission } from './submission.ts';

const DAY_MS = 86_400_000;

/** Hashes by which a comment is known when it comes again; nobody can read anything out of them. */
export interface Print {
  text: string;
  /** The page, and the comment it answers. */
  place: string;
  sender: string;
  /** Hashes of the sender's network, today's first. */
  networks: readonly [string, ...string[]];
}

/** Remembers for a day what was sent, as hashes. */
export interface Prints {
  add: (id: string, print: Print, now: Date) => void;
  /** The comment that is the same, from the same sender, at the same place. */
  findAgain: (print: Print, now: Date) => string | undefined;
  /** Whether the text came before, from anybody and anywhere. */
  isKnown: (print: Print, now: Date) => boolean;
  /** From now on the comment is known by this text; see `hashText`. */
  changeText: (id: string, text: string) => void;
  forget: (id: string) => void;
  /** @returns how many were forgotten */
  sweep: (now: Date) => number;
}

const hash = (key: Uint8Array, what: string, value: string): string =>
  hmac(key, `print ${what}:${value}`).toString('base64url');

/** Of a comment's text, whatever its spaces and capitals. */
export function hashText(key: Uint8Array, source: string): string {
  return hash(key, 'text', source.replaceAll(/\s+/g, ' ').trim().toLowerCase());
}

/** @param key this site's own, at least 32 random bytes */
export function toPrint(
  key: Uint8Array,
  { source, articleId, parentId = '', email }: Submission,
  networks: readonly [string, ...string[]],
): Print {
  return {
    text: hashText(key, source),
    place: hash(key, 'place', `${articleId} ${parentId}`),
    sender: hash(key, 'sender', email.toLowerCase()),
    networks,
  };
}

const since = (now: Date): number => now.getTime() - DAY_MS;

const idRow = z.object({ id: z.string() });

export function createPrints(database: DatabaseSync): Prints {
  const insert = database.prepare(
    'INSERT INTO prints (id, text, place, sender, network, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const selectAgain = database.prepare(
    `SELECT id FROM prints WHERE text = ? AND place = ? AND sender = ?
     AND network IN (SELECT value FROM json_each(?)) AND at > ? ORDER BY at DESC LIMIT 1`,
  );
  const selectText = database.prepare('SELECT id FROM prints WHERE text = ? AND at > ? LIMIT 1');
  const replaceText = database.prepare('UPDATE prints SET text = ? WHERE id = ?');
  const remove = database.prepare('DELETE FROM prints WHERE id = ?');
  const removeOld = database.prepare('DELETE FROM prints WHERE at <= ?');
  return {
    add(id, { text, place, sender, networks }, now) {
      insert.run(id, text, place, sender, networks[0], now.getTime());
    },
    findAgain({ text, place, sender, networks }, now) {
      const row = selectAgain.get(text, place, sender, JSON.stringify(networks), since(now));
      return row === undefined ? undefined : idRow.parse(row).id;
    },
    isKnown: ({ text }, now) => selectText.get(text, since(now)) !== undefined,
    changeText: (id, text) => void replaceText.run(text, id),
    forget: (id) => void remove.run(id),
    sweep: (now) => Number(removeOld.run(since(now)).changes),
  };
}
