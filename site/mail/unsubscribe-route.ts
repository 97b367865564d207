import type { RenderReaderPage } from '../comments/routes.ts';
import type { Signer } from '../comments/signed.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import type { AddressMark } from './address-mark.ts';
import { LINK_OVER, type MailRoute } from './mail-route.ts';
import type { MailStore } from './mail-store.ts';
import { isConfirmed, type PrivatePart } from './subscription.ts';
import type { Unasked } from './unasked.ts';

export interface UnsubscribeOptions {
  store: Pick<MailStore, 'hearers' | 'partsOf' | 'mark'>;
  mark: AddressMark;
  unasked: Pick<Unasked, 'refused'>;
  signer: Signer;
  render: RenderReaderPage;
  now: () => Date;
}

/**
 * Ends all mail to an address: by the button of the page, or by the one POST that mail programs send
 * themselves (RFC 8058). Pressed again, it does no harm.
 */
export function createUnsubscribeRoute(options: UnsubscribeOptions): MailRoute {
  const { store, mark, unasked, signer, render, now } = options;
  return async (request, token) => {
    const address = signer.verify('unsubscribe', token, now());
    if (address === undefined) return render(LINK_OVER, 410);
    if (request.method !== 'POST') return render(QUESTION);
    const hearer = (await store.hearers()).find(({ email }) => mark(email) === address);
    // Nobody with this address has asked for mail any more: then none is sent either.
    if (hearer === undefined) return render(DONE);
    const parts = await store.partsOf(hearer.email);
    const isAsked = !isConfirmed(parts) && parts.some(isOpen);
    await store.mark('unsubscribedAt', hearer.email, now());
    if (isAsked) unasked.refused(hearer.email, now());
    return render(DONE);
  };
}

/** Mail was asked for, and not ended since. */
function isOpen({ notify, unsubscribedAt }: PrivatePart): boolean {
  return notify === true && unsubscribedAt === undefined;
}

const QUESTION: ReaderPage = {
  kind: 'ask',
  title: 'No more mail?',
  paragraphs: [
    'The button ends all mail about comments to your address. The address is then no longer a confirmed one: what you write next is read by an editor before it appears.',
  ],
  choices: [{ label: 'Send no more mail', action: 'unsubscribe' }],
};

const DONE: ReaderPage = {
  kind: 'message',
  title: 'No more mail',
  paragraphs: [
    'No more mail about your comments goes to your address. What you wrote stays where it is.',
  ],
  link: { href: '/', label: 'To the front page' },
};
