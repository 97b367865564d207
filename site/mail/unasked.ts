import { z } from 'zod';

import type { AddressMark } from './address-mark.ts';
import type { MailFile } from './mail-file.ts';

const DAY_MS = 86_400_000;

/** Mails that anybody can have sent to an address by typing it into a form. */
export type UnaskedKind = 'confirm' | 'your-data';

/** How many go to one address in a day, and in all until its owner answers. */
const MOST: Readonly<Record<UnaskedKind, { readonly inDay: number; readonly inAll: number }>> = {
  confirm: { inDay: 1, inAll: 3 },
  'your-data': { inDay: 3, inAll: Infinity },
};

/** Bounds what an address is sent unasked, so that nobody can have a stranger's mailbox filled. */
export interface Unasked {
  allows: (kind: UnaskedKind, email: string, now: Date) => boolean;
  sent: (kind: UnaskedKind, email: string, now: Date) => void;
  /** Its owner has confirmed the address: the count begins anew. */
  confirmed: (email: string) => void;
  /** Its owner does not even want to be asked. */
  refused: (email: string, now: Date) => void;
}

const row = z.object({ inAll: z.number(), inDay: z.number() });

export function createUnasked({ database }: MailFile, mark: AddressMark): Unasked {
  const select = database.prepare(
    'SELECT count(*) AS inAll, count(*) FILTER (WHERE at > ?) AS inDay FROM mailed WHERE address = ? AND kind = ?',
  );
  const insert = database.prepare('INSERT INTO mailed (address, kind, at) VALUES (?, ?, ?)');
  const remove = database.prepare(`DELETE FROM mailed WHERE address = ? AND kind = 'confirm'`);
  const sent: Unasked['sent'] = (kind, email, now) =>
    void insert.run(mark(email), kind, now.getTime());
  return {
    allows(kind, email, now) {
      const { inAll, inDay } = row.parse(select.get(now.getTime() - DAY_MS, mark(email), kind));
      return inAll < MOST[kind].inAll && inDay < MOST[kind].inDay;
    },
    sent,
    confirmed: (email) => void remove.run(mark(email)),
    refused(email, now) {
      remove.run(mark(email));
      for (let count = 0; count < MOST.confirm.inAll; count += 1) sent('confirm', email, now);
    },
  };
}
