import type { Mail } from './mailer.ts';

/** A mail that is known by its subject. */
export function toTestMail(subject: string): Mail {
  return {
    to: 'ann@reader.example',
    subject,
    text: 'Words.',
    html: '<p>Words.</p>',
    messageId: `<${subject}@lymphwise.example>`,
  };
}
