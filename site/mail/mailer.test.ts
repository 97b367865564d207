import { describe, expect, onTestFinished, test } from 'vitest';

import { createMailer, type Mail } from './mailer.ts';
import { startMailServer } from './smtp-server.fixture.ts';

const from = { name: 'Lymphwise', address: 'editors@lymphwise.example' };

const mail: Mail = {
  to: 'ann@reader.example',
  subject: 'An answer to your comment: “Über Lymphe”',
  text: 'Grüße\n\n> .\n> a dot alone\n',
  html: '<!doctype html><p>Grüße</p>',
  messageId: '<reply-1@lymphwise.example>',
  inReplyTo: '<public-1@lymphwise.example>',
  unsubscribeUrl: 'https://lymphwise.example/api/comments/unsubscribe/token',
};

const open = (smtpUrl: string) => {
  const mailer = createMailer({ smtpUrl, from });
  onTestFinished(mailer.close);
  return mailer;
};

describe('createMailer', () => {
  test('sends plain text and HTML, with headers that programs understand', async () => {
    const server = await startMailServer();
    expect(await open(server.url).post(mail)).toEqual({ status: 'sent' });
    const [received] = server.mails;
    expect(received).toMatchObject({
      to: ['ann@reader.example'],
      subject: 'An answer to your comment: “Über Lymphe”',
      text: mail.text.trimEnd(),
      html: mail.html,
    });
    expect(received?.headers).toMatchObject({
      from: ['Lymphwise <editors@lymphwise.example>'],
      to: ['ann@reader.example'],
      'message-id': ['<reply-1@lymphwise.example>'],
      'in-reply-to': ['<public-1@lymphwise.example>'],
      references: ['<public-1@lymphwise.example>'],
      'auto-submitted': ['auto-generated'],
      'list-unsubscribe': ['<https://lymphwise.example/api/comments/unsubscribe/token>'],
      'list-unsubscribe-post': ['List-Unsubscribe=One-Click'],
      'mime-version': ['1.0'],
    });
    expect(received?.headers['date']).toHaveLength(1);
  });

  test('keeps its connection for the next', async () => {
    const server = await startMailServer();
    const mailer = open(server.url);
    for (let count = 0; count < 3; count += 1) await mailer.post(mail);
    expect(server).toMatchObject({ connections: 1, mails: { length: 3 } });
  });

  test.for([
    'ann@reader.example\r\nBcc: victim@other.example',
    'ann@reader.example, victim@other.example',
    'Victim <victim@other.example>',
    'group:victim@other.example;',
    '',
  ])('sends nothing to %j', async (to) => {
    const server = await startMailServer();
    expect(await open(server.url).post({ ...mail, to })).toMatchObject({ status: 'refused' });
    expect(server.mails).toEqual([]);
  });

  test.for(["o'hara+x@reader.example", 'jörg@bücher.example', '用户@例子.广告'])(
    'sends to %s',
    async (to) => {
      const server = await startMailServer();
      expect(await open(server.url).post({ ...mail, to })).toEqual({ status: 'sent' });
      expect(server.mails).toMatchObject([{ to: [to] }]);
    },
  );

  test('lets no line end of a subject become a header', async () => {
    const server = await startMailServer();
    const subject = 'About\r\nBcc: victim@other.example\r\n\r\nA body of their own';
    await open(server.url).post({ ...mail, subject });
    const [received] = server.mails;
    expect(received?.to).toEqual(['ann@reader.example']);
    expect(received?.headers['bcc']).toBeUndefined();
    expect(received?.text).toBe(mail.text.trimEnd());
  });

  test.for([
    { stage: 'RCPT TO', status: 550, becomes: 'refused' },
    { stage: 'RCPT TO', status: 450, becomes: 'later' },
    { stage: 'DATA', status: 554, becomes: 'refused' },
    { stage: 'DATA', status: 451, becomes: 'later' },
    { stage: 'DATA', status: 421, becomes: 'away' },
    { stage: 'MAIL FROM', status: 550, becomes: 'away' },
    { stage: 'MAIL FROM', status: 452, becomes: 'away' },
  ] as const)('$status to $stage means $becomes', async ({ stage, status, becomes }) => {
    const server = await startMailServer();
    server.answer = { stage, status };
    const posted = await open(server.url).post(mail);
    expect(posted).toMatchObject({ status: becomes });
    expect(JSON.stringify(posted)).not.toContain('canary');
    server.answer = undefined;
    expect(await open(server.url).post(mail)).toEqual({ status: 'sent' });
  });

  test('finds a server that is not there away, and one that is there again', async () => {
    const server = await startMailServer();
    const mailer = open(server.url);
    await server.stop();
    expect(await mailer.post(mail)).toEqual({ status: 'away', code: 'ESOCKET' });
    const again = await startMailServer({}, server.port);
    expect(await mailer.post(mail)).toEqual({ status: 'sent' });
    expect(again.mails).toHaveLength(1);
  });

  test('signs in with the user and password of its setting', async () => {
    const signIns: (string | undefined)[] = [];
    const server = await startMailServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _session, done) {
        signIns.push(`${username} ${password}`);
        if (password === 'p@ss:word') done(null, { user: username });
        else done(new Error('wrong'));
      },
    });
    const right = `smtp://editors%40x.example:p%40ss%3Aword@127.0.0.1:${server.port}`;
    expect(await open(right).post(mail)).toEqual({ status: 'sent' });
    const wrong = `smtp://editors:guess@127.0.0.1:${server.port}`;
    expect(await open(wrong).post(mail)).toEqual({ status: 'away', code: 'EAUTH 535' });
    expect(signIns).toEqual(['editors@x.example p@ss:word', 'editors guess']);
  });

  test('sends its password to no other machine in the clear', async () => {
    const signIns: unknown[] = [];
    const server = await startMailServer({
      allowInsecureAuth: true,
      onAuth({ username }, _session, done) {
        signIns.push(username);
        done(null, { user: username });
      },
    });
    // Leads here like 127.0.0.1, without being the name of this machine.
    const posted = await open(`smtp://editors:secret@0.0.0.0:${server.port}`).post(mail);
    expect(posted).toMatchObject({ status: 'away' });
    expect(signIns).toEqual([]);
  });

  test('speaks to a server that is encrypted from the start, and trusts no stranger', async () => {
    const server = await startMailServer({ secure: true });
    const posted = await open(server.url.replace('smtp:', 'smtps:')).post(mail);
    // The server's certificate is its own.
    expect(posted).toMatchObject({ status: 'away' });
    expect(server.mails).toEqual([]);
  });
});
