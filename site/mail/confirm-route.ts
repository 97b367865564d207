import type { Signer } from '../comments/signed.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { LINK_OVER, type MailRoute, type RenderPage } from './mail-route.ts';
import type { MailSite } from './mail-site.ts';
import type { MailStore } from './mail-store.ts';
import { isConfirmed } from './subscription.ts';
import type { Unasked } from './unasked.ts';

export interface ConfirmOptions {
  store: Pick<MailStore, 'partOf' | 'partsOf' | 'mark' | 'versionsOf'>;
  unasked: Pick<Unasked, 'confirmed'>;
  signer: Signer;
  site: Pick<MailSite, 'commentUrl'>;
  render: RenderPage;
  now: () => Date;
}

/** What the link to confirm an address leads to: a button, since programs open links too. */
export function createConfirmRoute(options: ConfirmOptions): MailRoute {
  const { store, unasked, signer, site, render, now } = options;

  /** Says that the address is confirmed, and where the comment stands. */
  const done = async (commentId: string): Promise<ReaderPage> => {
    const { draft, published } = await store.versionsOf(commentId);
    const href = published && site.commentUrl(commentId, published.article._ref);
    const isHeld = published === undefined && draft !== undefined;
    return {
      kind: 'message',
      title: 'Your address is confirmed',
      paragraphs: [
        ...(isHeld ? ['You will get a mail when your comment is public.'] : []),
        'You will get a mail when somebody answers. Each of them has a link that ends them all.',
      ],
      ...(href !== undefined && { link: { href, label: 'See your comment: it is public' } }),
    };
  };

  return async (request, token) => {
    const commentId = signer.verify('confirm', token, now());
    if (commentId === undefined) return render(LINK_OVER, 410);
    const part = await store.partOf(commentId);
    if (part === undefined) return render(GONE, 410);
    if (isConfirmed(await store.partsOf(part.email))) return render(await done(commentId));
    if (request.method !== 'POST') return render(QUESTION);
    await store.mark('verifiedAt', part.email, now());
    unasked.confirmed(part.email);
    return render(await done(commentId));
  };
}

const QUESTION: ReaderPage = {
  kind: 'ask',
  title: 'Is this address yours?',
  paragraphs: [
    'Press the button if you commented and want mail: when your comment is public, and when somebody answers it. If you did not, close this page; nothing more will come.',
  ],
  choices: [{ label: 'Confirm this address', action: 'confirm' }],
};

const GONE: ReaderPage = {
  kind: 'message',
  title: 'The comment is gone',
  paragraphs: ['It was deleted, and its address with it. There is nothing to confirm.'],
  link: { href: '/', label: 'To the front page' },
};
