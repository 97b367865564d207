import { z } from 'zod';

import type { AddressMark } from './address-mark.ts';
import type { MailFile } from './mail-file.ts';

const DAY_MS = 86_400_000;
/** After so long, an address that did not answer may be asked again. */
const PATIENCE_MS = 90 * DAY_MS;

/** Mails that anybody can have sent to an address by typing it into a form. */
export type UnaskedKind = 'confirm' | 'your-data';

/** How many go to one address in a day, and in 90 days until its owner answers. */
const MOST: Readonly<Record<UnaskedKind, { readonly inDay: number; readonly inAll: number }>> = {
  confirm: { inDay: 1, inAll: 3 },
  'your-data': { inDay: 3, inAll: Infinity },
};

/** Stands until the owner confirms the address all the same, or has it erased. */
const REFUSED = 'refused';

/** Bounds what an address is sent unasked, so that nobody can have a stranger's mailbox filled. */
export interface Unasked {
  allows: (kind: UnaskedKind, email: string, now: Date) => boolean;
  sent: (kind: UnaskedKind, email: string, now: Date) => void;
  /** Its owner has confirmed the address: the count begins anew. */
  confirmed: (email: string) => void;
  /** Its owner does not even want to be asked. */
  refused: (email: string, now: Date) => void;
}

const row = z.object({ inAll: z.number(), inDay: z.number(), refused: z.number() });

export function createUnasked({ database }: MailFile, mark: AddressMark): Unasked {
  const select = database.prepare(
    `SELECT count(*) FILTER (WHERE kind = ?2 AND at > ?3) AS inAll,
       count(*) FILTER (WHERE kind = ?2 AND at > ?4) AS inDay,
       count(*) FILTER (WHERE kind = '${REFUSED}') AS refused
     FROM mailed WHERE address = ?1`,
  );
  const insert = database.prepare('INSERT INTO mailed (address, kind, at) VALUES (?, ?, ?)');
  const remove = database.prepare(
    `DELETE FROM mailed WHERE address = ? AND kind IN ('confirm', '${REFUSED}')`,
  );
  return {
    allows(kind, email, now) {
      const [inAll, inDay] = [now.getTime() - PATIENCE_MS, now.getTime() - DAY_MS];
      const sent = row.parse(select.get(mark(email), kind, inAll, inDay));
      if (kind === 'confirm' && sent.refused > 0) return false;
      return sent.inAll < MOST[kind].inAll && sent.inDay < MOST[kind].inDay;
    },
    sent: (kind, email, now) => void insert.run(mark(email), kind, now.getTime()),
    confirmed: (email) => void remove.run(mark(email)),
    refused(email, now) {
      remove.run(mark(email));
      insert.run(mark(email), REFUSED, now.getTime());
    },
  };
}

/** Forgets what counts no longer. @returns how much */
export function sweepUnasked({ database }: Pick<MailFile, 'database'>, now: Date): number {
  const sweep = database.prepare(`DELETE FROM mailed WHERE at <= ? AND kind <> '${REFUSED}'`);
  return Number(sweep.run(now.getTime() - PATIENCE_MS).changes);
}
