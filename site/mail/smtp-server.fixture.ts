import { once } from 'node:events';

import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { onTestFinished } from 'vitest';

import { readMail, type ReceivedMail } from './read-mail.fixture.ts';

/** When the server is asked, and by which commands of the protocol. */
type Stage = 'MAIL FROM' | 'RCPT TO' | 'DATA';

/** A mail server on this machine that keeps what it is given. */
export interface TestMailServer {
  readonly url: string;
  readonly port: number;
  readonly mails: ReceivedMail[];
  /** A status such as 451 with which it answers from now on; undefined: it takes everything. */
  answer: { stage: Stage; status: number } | undefined;
  /** Told of each mail before the sender is told that it was taken. */
  onTaken: (mail: ReceivedMail) => void;
  /** How many connections were made. */
  connections: number;
  stop: () => Promise<void>;
}

/** @param port 0 picks a free one */
export async function startMailServer(
  options: SMTPServerOptions = {},
  port = 0,
): Promise<TestMailServer> {
  const mails: ReceivedMail[] = [];
  let stopped: Promise<void> | undefined;
  const refusal = (stage: Stage): Error | undefined =>
    server.answer?.stage === stage
      ? Object.assign(new Error('not for canary@reader.example'), {
          responseCode: server.answer.status,
        })
      : undefined;
  const smtp = new SMTPServer({
    authOptional: true,
    closeTimeout: 1,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onConnect(_session, done) {
      server.connections += 1;
      done();
    },
    onMailFrom: (_address, _session, done) => done(refusal('MAIL FROM')),
    onRcptTo: (_address, _session, done) => done(refusal('RCPT TO')),
    onData(stream, { envelope }, done) {
      const to = envelope.rcptTo.map(({ address }) => address);
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.once('end', () => {
        const refused = refusal('DATA');
        const mail = readMail(Buffer.concat(chunks).toString('latin1'), to);
        if (refused === undefined) {
          mails.push(mail);
          server.onTaken(mail);
        }
        done(refused);
      });
    },
    ...options,
  });
  smtp.on('error', () => undefined);
  const listening = smtp.listen(port, '127.0.0.1');
  await once(listening, 'listening');
  const address = listening.address();
  const bound = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const server: TestMailServer = {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    mails,
    answer: undefined,
    onTaken: () => undefined,
    connections: 0,
    stop: () => (stopped ??= new Promise((resolve) => smtp.close(() => resolve()))),
  };
  onTestFinished(server.stop);
  return server;
}
