import { join } from 'node:path';

import type { SanityClient } from '@sanity/client';

import type { MailConfig } from '../cms/mail-config.ts';
import type { Comment } from '../cms/sanity.types.ts';
import type { KnownBrowsers } from '../comments/known-browsers.ts';
import type { RenderReaderPage } from '../comments/routes.ts';
import type { Signer } from '../comments/signed.ts';
import { createAddressMark } from './address-mark.ts';
import { startClerk } from './clerk.ts';
import { createCommenterMail } from './commenter-mail.ts';
import { createConfirmRoute } from './confirm-route.ts';
import { createDigests } from './digests.ts';
import { createErrands, type Errand } from './errands.ts';
import { MAIL_FILE, openMailFile } from './mail-file.ts';
import { createMailLinks } from './mail-links.ts';
import type { MailRoute } from './mail-route.ts';
import type { MailSite } from './mail-site.ts';
import { createMailStore } from './mail-store.ts';
import { createMailer } from './mailer.ts';
import { createModerateRoute } from './moderate-route.ts';
import { createModeratorMail } from './moderator-mail.ts';
import { createNews, type Arrival } from './news.ts';
import { createSeen } from './seen.ts';
import { createSending, type Outcome } from './sending.ts';
import { createMailTraces, type MailTraces } from './traces.ts';
import { createUnasked } from './unasked.ts';
import { createUnsubscribeRoute } from './unsubscribe-route.ts';

export interface MailOptions {
  config: MailConfig;
  /** The folder where the queue is kept. */
  dir: string;
  /** May write, and sees drafts and private parts. */
  client: SanityClient;
  /** This site's own; see `loadKey`. */
  key: Uint8Array;
  signer: Signer;
  browsers: KnownBrowsers;
  site: MailSite;
  /** Where comments are taken, in full and without a slash at the end. */
  commentsUrl: string;
  /** The addresses of the moderators. */
  moderators: () => readonly string[];
  render: RenderReaderPage;
  now: () => Date;
  /** Told of failures, a line each; never an address, a name or a text. */
  log: (line: string) => void;
}

/** The mail of a running site: what it is told, and what its links lead to. */
export interface ReaderMail {
  /**
   * These comments are in the store, for the first time or as their authors have changed them. May be
   * told again: what was heard is not mailed twice.
   */
  came: (comments: readonly Arrival[]) => void;
  /** These comments are on their pages, for the first time or still. */
  published: (comments: Iterable<Comment>) => void;
  /** Mails a link to all that is kept to the address of this comment. */
  yourData: (commentId: string) => void;
  routes: Readonly<Record<'confirm' | 'unsubscribe' | 'moderate', MailRoute>>;
  traces: MailTraces;
  /** Why no mail can be sent, while none can. */
  trouble: () => string | undefined;
  close: () => Promise<void>;
}

/**
 * Sends mail for as long as the site runs, beginning with what the last run left.
 *
 * @throws Error when the folder cannot be written
 */
export function startMail(options: MailOptions): ReaderMail {
  const { config, dir, client, key, signer, now, log } = options;
  const file = openMailFile(join(dir, MAIL_FILE));
  const mark = createAddressMark(key);
  const errands = createErrands(file);
  const digests = createDigests(file, errands, mark);
  const unasked = createUnasked(file, mark);
  const store = createMailStore(client);
  const links = createMailLinks(options.commentsUrl, signer);
  const mailer = createMailer(config);
  const shared = { ...options, store, links, mark, unasked, digests };
  const compose = { ...createCommenterMail(shared), digest: createModeratorMail(shared) };

  const send = async (errand: Errand): Promise<Outcome> => {
    const composed = await compose[errand.kind](errand);
    if (composed === undefined) return { status: 'done' };
    const posted = await mailer.post(composed.mail);
    if (posted.status !== 'sent') return { status: posted.status, reason: posted.code };
    return { status: 'done', ...(composed.note && { note: composed.note }) };
  };
  const sending = createSending({ file, errands, send, now, log });
  const clerk = startClerk(sending, now, log);
  const news = createNews({ ...options, file, errands, digests, seen: createSeen(file) });

  return {
    came(comments) {
      news.came(comments);
      clerk.wake();
    },
    published(comments) {
      news.published(comments);
      clerk.wake();
    },
    yourData(commentId) {
      errands.add({ kind: 'your-data', subject: commentId }, now());
      clerk.wake();
    },
    routes: {
      confirm: createConfirmRoute(shared),
      unsubscribe: createUnsubscribeRoute(shared),
      moderate: createModerateRoute(shared),
    },
    traces: createMailTraces(file, mark),
    trouble: sending.trouble,
    async close() {
      await clerk.stop();
      mailer.close();
      file.close();
    },
  };
}
