import { createErrands } from './errands.ts';
import { openMailFile } from './mail-file.ts';
import { createMailer } from './mailer.ts';
import { createSending } from './sending.ts';
import { toTestMail } from './test-mail.fixture.ts';

/** Sends what waits in a file, and ends: `node sending-child.fixture.ts <file> <smtp url>`. */
const [, , path = '', smtpUrl = ''] = process.argv;
const file = openMailFile(path);
const mailer = createMailer({ smtpUrl, from: { name: '', address: 'ed@lymphwise.example' } });
const sending = createSending({
  file,
  errands: createErrands(file),
  now: () => new Date(),
  log: () => undefined,
  async send({ subject }) {
    const posted = await mailer.post(toTestMail(subject));
    return posted.status === 'sent'
      ? { status: 'done' }
      : { status: posted.status, reason: posted.code };
  },
});
await sending.run(new AbortController().signal);
mailer.close();
