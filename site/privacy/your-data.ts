import type { SanityClient } from '@sanity/client';
import { z } from 'zod';

import type { AddressHash } from '../comments/address-hash.ts';
import { tidyField } from '../comments/field-problem.ts';
import { toPrivateId } from '../comments/held-comment.ts';
import { readForm } from '../comments/read-form.ts';
import { Refusal } from '../comments/refusal.ts';
import type { RenderReaderPage } from '../comments/routes.ts';
import type { Signer } from '../comments/signed.ts';
import { isEmailAddress } from '../text/email-address.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { eraseAddress } from './erase.ts';
import type { Traces } from './erase.ts';
import type { Erasures } from './erasures.ts';
import { commentIdsOf, storedAbout } from './personal-data.ts';

/** How long a mailed link works. */
export const LINK_MS = 3_600_000;

const privateShape = z.object({ email: z.string() });

export interface YourDataOptions {
  /** May write, and sees everything. */
  client: SanityClient;
  signer: Signer;
  erasures: Erasures;
  traces: Traces;
  /** Mails the owner of a comment's address a link; undefined where mail is not set up. */
  sendLink: ((commentId: string) => void) | undefined;
  render: RenderReaderPage;
  addressHash: AddressHash;
  /** Whether this network may ask once more now. */
  mayPreview: (network: string) => Promise<boolean>;
  now: () => Date;
}

/** Lets people see and erase what is kept about them, by a link mailed to their address. */
export interface YourData {
  /** Asks for the address, and mails the link. The answer tells nothing about who has commented. */
  ask: (request: Request, address: string) => Promise<Response>;
  /** What the mailed link leads to: see it, download it, erase it. */
  open: (request: Request, token: string) => Promise<Response>;
}

export function createYourData(options: YourDataOptions): YourData {
  const { client, signer, render, sendLink, now } = options;

  const emailFor = async (token: string): Promise<string | undefined> => {
    const id = signer.verify('your-data', token, now());
    if (id === undefined) return undefined;
    const part = privateShape.safeParse(await client.getDocument(toPrivateId(id)));
    return part.data?.email;
  };

  return {
    async ask(request, address) {
      if (sendLink === undefined) return render(BY_HAND);
      if (request.method !== 'POST') return render(toQuestion());
      const [network] = options.addressHash(address, now());
      if (!(await options.mayPreview(network))) {
        throw new Refusal(429, 'Too many requests in a minute. Wait a little, then try again.', {
          'retry-after': '60',
        });
      }
      const typed = (await readForm(request)).get('email');
      const email = tidyField('email', typeof typed === 'string' ? typed : '');
      if (!isEmailAddress(email)) {
        return render(toQuestion('Write the address as name@example.org.'), 422);
      }
      const [id] = await commentIdsOf(client, email);
      if (id !== undefined) sendLink(id);
      return render(ON_ITS_WAY);
    },

    async open(request, token) {
      const email = await emailFor(token);
      if (email === undefined) return render(OVER, 410);
      const ids = await commentIdsOf(client, email);
      if (request.method !== 'POST') return render(toOverview(ids.length));
      const action = (await readForm(request)).get('action');
      if (action === 'export') return toFile(await storedAbout(client, ids));
      if (action === 'erase') return render(toLastQuestion(ids.length));
      if (action !== 'erase-for-good') throw new Refusal(400, 'Press one of the buttons.');
      await eraseAddress(email, { ...options, now: now() });
      return render(ERASED);
    },
  };
}

const link = { href: '/privacy/', label: 'What is kept, and for how long' };

const BY_HAND: ReaderPage = {
  kind: 'message',
  title: 'What is kept about you',
  paragraphs: [
    'This site sends no mail, so it cannot check that an address is yours.',
    'Each comment has a page of its own: you came to it after you had posted the comment, or by the link “Change or delete it”. There you can delete the comment at any time, with all that is kept about it. Your browser’s history may still have its address.',
    'If you cannot find it, post a comment that asks an editor to remove your earlier ones, with the same email address as before. It may be published, so write nothing else in it.',
  ],
  link,
};

const ON_ITS_WAY: ReaderPage = {
  kind: 'message',
  title: 'Look at your mail',
  paragraphs: [
    'If comments were sent with that address, a mail with a link is on its way to it. The link works for an hour.',
    'If nothing comes, no comment was sent with that address, or its address is kept no longer.',
  ],
  link,
};

const OVER: ReaderPage = {
  kind: 'message',
  title: 'This link is over',
  paragraphs: ['It works for an hour, and no more once everything is erased. Ask for another.'],
  link: { href: '/api/comments/your-data', label: 'Ask for a new link' },
};

const ERASED: ReaderPage = {
  kind: 'message',
  title: 'Everything is erased',
  paragraphs: [
    'Your comments, your address and the rest of what was kept are gone, with their past. Where others had answered, an empty place holds the conversation together.',
  ],
  link: { href: '/', label: 'To the front page' },
};

function toQuestion(error?: string): ReaderPage {
  return {
    kind: 'ask',
    title: 'What is kept about you',
    paragraphs: [
      'Write the email address you commented with. A link is sent to it; there you can see everything that is kept about you, take it with you, or have it erased.',
    ],
    fields: [{ name: 'email', label: 'Email', type: 'email', ...(error && { error }) }],
    choices: [{ label: 'Send me the link', action: 'send' }],
  };
}

function toOverview(count: number): ReaderPage {
  return {
    kind: 'ask',
    title: 'What is kept about you',
    paragraphs: [
      `${toCount(count)} sent with your address: for each the text, name, website and time, and apart from these your address, a scrambled form of your network, and what your browser said it was.`,
    ],
    choices: [
      { label: 'Download all of it', action: 'export' },
      { label: 'Erase all of it', action: 'erase', tone: 'danger' },
    ],
  };
}

function toLastQuestion(count: number): ReaderPage {
  return {
    kind: 'ask',
    title: 'Erase everything?',
    paragraphs: [
      `${count === 1 ? 'One comment' : `All ${count} comments`} sent with your address will be gone for good, public or not. Answers of others stay.`,
    ],
    choices: [{ label: 'Erase for good', action: 'erase-for-good', tone: 'danger' }],
  };
}

function toCount(count: number): string {
  return count === 1 ? 'One comment was' : `${count} comments were`;
}

function toFile(documents: readonly unknown[]): Response {
  return new Response(`${JSON.stringify({ comments: documents }, null, 2)}\n`, {
    headers: {
      'content-type': 'application/json; charset=utf-8',
      'content-disposition': 'attachment; filename="comments.json"',
    },
  });
}
