import type { ReaderPage } from '../text/reader-page.ts';

/** Answers what a mailed link leads to. @throws Refusal when a request is not what its page sends */
export type MailRoute = (request: Request, token: string) => Promise<Response>;

/** What a link leads to that is too old, incomplete, or not ours. */
export const LINK_OVER: ReaderPage = {
  kind: 'message',
  title: 'This link does not work',
  paragraphs: [
    'It is too old, or a part of it is missing. Open the link of the newest mail, or copy all of it.',
  ],
  link: { href: '/', label: 'To the front page' },
};
