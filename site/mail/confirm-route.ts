import type { KnownBrowsers } from '../comments/known-browsers.ts';
import type { RenderReaderPage } from '../comments/routes.ts';
import type { Signer } from '../comments/signed.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { LINK_OVER, type MailRoute } from './mail-route.ts';
import type { MailSite } from './mail-site.ts';
import type { MailStore } from './mail-store.ts';
import { isConfirmed, isOwners } from './subscription.ts';
import type { Unasked } from './unasked.ts';

export interface ConfirmOptions {
  store: Pick<MailStore, 'partOf' | 'partsOf' | 'mark' | 'claim' | 'versionsOf'>;
  unasked: Pick<Unasked, 'confirmed'>;
  browsers: KnownBrowsers;
  signer: Signer;
  site: Pick<MailSite, 'commentUrl'>;
  render: RenderReaderPage;
  now: () => Date;
}

/**
 * What the link to confirm an address leads to: a button, since programs open links too. It makes the
 * browser known as its owner's; in another one the link asks again.
 */
export function createConfirmRoute(options: ConfirmOptions): MailRoute {
  const { store, unasked, browsers, signer, site, render, now } = options;

  /** Says that the address is confirmed, and where the comment stands. */
  const done = async (commentId: string, ended: boolean): Promise<ReaderPage> => {
    const { draft, published } = await store.versionsOf(commentId);
    const href = published && site.commentUrl(commentId, published.article._ref);
    const isHeld = published === undefined && draft !== undefined;
    return {
      kind: 'message',
      title: 'Your address is confirmed',
      paragraphs: [...(isHeld && !ended ? [WHEN_PUBLIC] : []), ended ? ENDED : WHEN_ANSWERED],
      ...(href !== undefined && { link: { href, label: 'See your comment: it is public' } }),
    };
  };

  return async (request, token) => {
    const commentId = signer.verify('confirm', token, now());
    if (commentId === undefined) return render(LINK_OVER, 410);
    const part = await store.partOf(commentId);
    if (part === undefined) return render(GONE, 410);
    const { email } = part;
    const ended = part.unsubscribedAt !== undefined;
    const parts = await store.partsOf(email);
    const at = now();
    const isKnown = isOwners(parts, browsers.knownSince(request, email, at));
    if (isKnown && !part.elsewhere) return render(await done(commentId, ended));
    if (request.method !== 'POST') return render(QUESTION);
    if (!isConfirmed(parts)) await store.mark('verifiedAt', email, at);
    if (part.elsewhere) await store.claim(commentId);
    unasked.confirmed(email);
    const response = await render(await done(commentId, ended));
    response.headers.append('set-cookie', browsers.cookieFor(email, at));
    return response;
  };
}

const WHEN_PUBLIC = 'You will get a mail when your comment is public.';
const WHEN_ANSWERED =
  'You will get a mail when somebody answers. Each of them has a link that ends them all.';
const ENDED =
  'You have ended the mail about this comment, and none will come. With the next one you can ask for it again.';

const QUESTION: ReaderPage = {
  kind: 'ask',
  title: 'Is this address yours?',
  paragraphs: [
    'Press the button if you commented and want mail: when your comment is public, and when somebody answers it. If you did not, close this page; nothing more will come.',
    'The button also lets this browser be known again for a year, by a cookie. So nobody who merely knows your address passes for you here.',
  ],
  choices: [{ label: 'Confirm this address', action: 'confirm' }],
};

const GONE: ReaderPage = {
  kind: 'message',
  title: 'The comment is gone',
  paragraphs: ['It was deleted, and its address with it. There is nothing to confirm.'],
  link: { href: '/', label: 'To the front page' },
};
