import { describe, expect, test } from 'vitest';

import { toMailConfig } from '../cms/mail-config.ts';
import { parseCommentSettings } from '../comments/comment-settings.ts';
import { fieldProblem } from '../comments/field-problem.ts';
import { isEmailAddress } from './email-address.ts';

const long = (count: number, letter = 'a'): string => letter.repeat(count);

const RIGHT = [
  'ann@example.org',
  'Ann.Marie+lymph@mail.example.co.uk',
  "o'hara_x%y-z@example.org",
  'jörg@example.org',
  'ann@bücher.example',
  'ann@xn--bcher-kva.example',
  '用户@例子.广告',
  'अजय@डाटा.भारत',
  'ann@123.example',
  `${long(64)}@example.org`,
  `ann@${long(63)}.example`,
];

const WRONG = [
  '',
  'ann',
  '@example.org',
  'ann@',
  'ann@localhost',
  'ann@example.',
  'ann@.example',
  'ann@example..org',
  'ann@b@c.org',
  'ann@127.0.0.1',
  'ann@[127.0.0.1]',
  'ann@-example.org',
  'ann@example-.org',
  'ann@exa_mple.org',
  '.ann@example.org',
  'ann.@example.org',
  'ann..b@example.org',
  '"ann b"@example.org',
  'Ann <ann@example.org>',
  'ann@example.org, bo@example.org',
  'ann@example.org;bo@example.org',
  'group:ann@example.org;',
  'ann(comment)@example.org',
  'ann\\@example.org',
  'ann b@example.org',
  'ann\u00A0b@example.org',
  'ann\u200B@example.org',
  'ann\u202E@example.org',
  'ann\0@example.org',
  'ann@example.org\n',
  'ann@example.org\r\nBcc: bo@example.org',
  'ann\r\nBcc: bo@example.org',
  'ann@example.org\u2028Bcc: bo@example.org',
  `${long(65)}@example.org`,
  `${long(33, 'ö')}@example.org`,
  `ann@${long(64)}.example`,
  `ann@${`${long(49)}.`.repeat(5)}example`,
];

/** What takes addresses, each in its own way. */
const DOORS: Readonly<Record<string, (address: string) => boolean>> = {
  form: (email) => fieldProblem('email', email) === undefined,
  settings: (email) => parseCommentSettings({ notify: [email] }).notify.includes(email),
  sender: (email) =>
    toMailConfig({ SMTP_URL: 'smtp://a.example', MAIL_FROM: `Ann <${email}>` })?.from.address ===
    email,
};

describe('isEmailAddress', () => {
  test.for(RIGHT)('takes %j, and so does all that takes addresses', (address) => {
    expect(isEmailAddress(address)).toBe(true);
    for (const [door, takes] of Object.entries(DOORS)) {
      expect([door, takes(address)]).toEqual([door, true]);
    }
  });

  test.for(WRONG)('does not take %j', (address) => {
    expect(isEmailAddress(address)).toBe(false);
  });

  test.for(['a', 'a.', 'a-', '-', 'a@', 'ü.'])('does not get lost in many %j', (piece) => {
    expect(isEmailAddress(`a@${piece.repeat(126)}!`)).toBe(false);
    expect(isEmailAddress(`${piece.repeat(30)}!`)).toBe(false);
  });
});
