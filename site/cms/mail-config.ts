import { z } from 'zod';

import { isEmailAddress } from '../text/email-address.ts';

/** How mail is sent, and from whom. */
export interface MailConfig {
  /** Such as `smtp://user:password@mail.example.org:587`; `smtps` where all of it is encrypted. */
  readonly smtpUrl: string;
  readonly from: { readonly name: string; readonly address: string };
}

const SENDER = /^(?:(?<name>[^<>@"\p{Cc}]*)<(?<inner>[^<>]*)>|(?<bare>[^<>]*))$/u;

const blankAsMissing = (value: unknown): unknown => (value === '' ? undefined : value);

/** What the environment says about mail. No message repeats the values: one holds a password. */
export const mailFields = {
  SMTP_URL: z.preprocess(
    blankAsMissing,
    z
      .string()
      .refine(isSmtpUrl, 'must be an address such as smtp://user:password@mail.example.org:587')
      .optional(),
  ),
  MAIL_FROM: z.preprocess(
    blankAsMissing,
    z
      .string()
      .refine(
        (from) => toSender(from) !== undefined,
        'must be a sender such as Lymphwise <editors@example.org>',
      )
      .optional(),
  ),
};

interface MailFields {
  readonly SMTP_URL?: string | undefined;
  readonly MAIL_FROM?: string | undefined;
}

/** The variable that is missing beside the other one. */
export function missingMailField({
  SMTP_URL,
  MAIL_FROM,
}: MailFields): keyof MailFields | undefined {
  if ((SMTP_URL === undefined) === (MAIL_FROM === undefined)) return undefined;
  return SMTP_URL === undefined ? 'SMTP_URL' : 'MAIL_FROM';
}

/** Undefined where mail is not set up. */
export function toMailConfig({ SMTP_URL, MAIL_FROM }: MailFields): MailConfig | undefined {
  const from = MAIL_FROM === undefined ? undefined : toSender(MAIL_FROM);
  return SMTP_URL === undefined || from === undefined ? undefined : { smtpUrl: SMTP_URL, from };
}

function isSmtpUrl(value: string): boolean {
  const url = URL.parse(value);
  if (url === null || !/^smtps?:$/.test(url.protocol) || url.hostname === '') return false;
  return /^\/?$/.test(url.pathname) && url.search === '' && url.hash === '';
}

function toSender(value: string): MailConfig['from'] | undefined {
  const { name = '', inner, bare } = SENDER.exec(value)?.groups ?? {};
  const address = (inner ?? bare ?? '').trim();
  return isEmailAddress(address) ? { name: name.trim(), address } : undefined;
}
