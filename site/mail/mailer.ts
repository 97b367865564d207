import { createTransport } from 'nodemailer';

import type { MailConfig } from '../cms/mail-config.ts';
import { isEmailAddress } from '../text/email-address.ts';

/** A mail as it goes to the server. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** With its angle brackets, as is the next. */
  readonly messageId: string;
  /** The mail that this one goes on from. */
  readonly inReplyTo?: string;
  /** Ends all mail to the address: by a button, and by a single POST from a mail program. */
  readonly unsubscribeUrl?: string;
}

/**
 * What became of it. Codes tell nothing personal.
 *
 * - `refused`: the server will never take this mail
 * - `later`: it may take this one later
 * - `away`: it takes none at all for now
 */
export type Posted =
  | { readonly status: 'sent' }
  | { readonly status: 'refused' | 'later' | 'away'; readonly code: string };

export interface Mailer {
  /** Never rejects. */
  post: (mail: Mail) => Promise<Posted>;
  close: () => void;
}

const QUICK_MS = 10_000;
const QUIET_MS = 30_000;
const WHOLE_MS = 60_000;

/**
 * Sends mail over one connection that is kept for a while.
 *
 * A password goes to no server in the clear, but for one on this machine.
 */
export function createMailer({ smtpUrl, from }: MailConfig): Mailer {
  const url = new URL(smtpUrl);
  const secure = url.protocol === 'smtps:';
  const host = url.hostname.replaceAll(/[[\]]/g, '');
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    pool: true,
    maxConnections: 1,
    host,
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    ...(user !== '' && {
      auth: { user, pass: decodeURIComponent(url.password) },
      requireTLS: !secure && !isThisMachine(host),
    }),
    dnsTimeout: QUICK_MS,
    connectionTimeout: QUICK_MS,
    greetingTimeout: QUICK_MS,
    socketTimeout: QUIET_MS,
    maxRequeues: 0,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async post(mail) {
      if (!isEmailAddress(mail.to)) return { status: 'refused', code: 'no address' };
      try {
        await transport.sendMail({
          ...toMessage(mail, from),
          signal: AbortSignal.timeout(WHOLE_MS),
        });
        return { status: 'sent' };
      } catch (error) {
        return toPosted(error);
      }
    },
    close: () => transport.close(),
  };
}

function toMessage(mail: Mail, from: MailConfig['from']) {
  const { to, subject, text, html, messageId, inReplyTo, unsubscribeUrl } = mail;
  return {
    from,
    // No name beside it: a name is what somebody typed.
    to: { name: '', address: to },
    envelope: { from: from.address, to },
    subject,
    text,
    html,
    messageId,
    ...(inReplyTo !== undefined && { inReplyTo, references: inReplyTo }),
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribeUrl !== undefined && {
        'List-Unsubscribe': `<${unsubscribeUrl}>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      }),
    },
  };
}

/** The commands whose answer is about this mail's receiver or content, not about us. */
const ABOUT_THE_MAIL = new Set(['RCPT TO', 'DATA']);

function toPosted(error: unknown): Posted {
  const { code, command, responseCode } = detailsOf(error);
  const told = responseCode === undefined ? code : `${code} ${responseCode}`;
  // 421: the server is closing down, whatever it was asked.
  if (!ABOUT_THE_MAIL.has(command) || responseCode === undefined || responseCode === 421) {
    return { status: 'away', code: told };
  }
  return { status: responseCode >= 500 && responseCode !== 503 ? 'refused' : 'later', code: told };
}

/** Messages and responses quote addresses; these do not. */
function detailsOf(error: unknown) {
  const read = (key: string): unknown =>
    error instanceof Error ? Object.getOwnPropertyDescriptor(error, key)?.value : undefined;
  const [code, command, responseCode] = [read('code'), read('command'), read('responseCode')];
  return {
    code: typeof code === 'string' ? code : 'fault',
    command: typeof command === 'string' ? command : '',
    responseCode: typeof responseCode === 'number' ? responseCode : undefined,
  };
}

function isThisMachine(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
