import { join } from 'node:path';

import type { SanityClient } from '@sanity/client';
import { RateLimiterMemory } from 'rate-limiter-flexible';

import type { MailConfig } from '../cms/mail-config.ts';
import type { Comment } from '../cms/sanity.types.ts';
import type { MailSite } from '../mail/mail-site.ts';
import { createAddressMark } from '../mail/address-mark.ts';
import { startMail } from '../mail/mail.ts';
import { openMailTraces } from '../mail/traces.ts';
import { eraseComments } from '../privacy/erase.ts';
import type { Traces } from '../privacy/erase.ts';
import { openErasures } from '../privacy/erasures.ts';
import { startHousekeeping } from '../privacy/housekeeping.ts';
import { createYourData } from '../privacy/your-data.ts';
import type { ReaderPage } from '../text/reader-page.ts';
import { createAddressHash } from './address-hash.ts';
import { createAuthorHistory } from './author-history.ts';
import { createSanityDeliver } from './deliver-to-sanity.ts';
import { startDelivery } from './delivery.ts';
import { createCommentsEndpoint } from './endpoint.ts';
import { followCommentSettings } from './follow-comment-settings.ts';
import { createKnownBrowsers } from './known-browsers.ts';
import type { Counters } from './limit-counters.ts';
import { createLimits } from './limits.ts';
import type { CommentLookups } from './lookups.ts';
import { openOutbox } from './outbox.ts';
import type { OutboxState } from './outbox.ts';
import { createProofs } from './proof.ts';
import { createRenderer } from './render.ts';
import { createPageRenderer, createRouter } from './routes.ts';
import { createSigner, loadKey } from './signed.ts';
import { createTicketRoute } from './ticket-route.ts';
import { createYours } from './yours.ts';

const RENDER_DEADLINE_MS = 400;
const PREVIEWS_A_MINUTE = 30;

export interface CommentsOptions {
  /** Where the outbox and the secrets are kept. */
  dir: string;
  /** May write, and sees drafts and private parts. */
  client: SanityClient;
  lookups: CommentLookups;
  /** The HTML of a page made for one reader. */
  renderPage: (page: ReaderPage) => Promise<string>;
  /** Where readers find the site, without a slash at the end. */
  siteUrl: string;
  /** Where the form is sent: a path, or an address in full. */
  commentsUrl: string;
  /** How mail about comments is sent, and what it tells of the site; undefined: none is. */
  mail: { readonly config: MailConfig; readonly site: MailSite } | undefined;
  /** Where what is sent is counted. */
  counters: Counters;
  /** Told of faults of ours, a line each; never anything personal. */
  log: (line: string) => void;
  now: () => Date;
}

/** The comments of a running site, from the form to the store, and the bin. */
export interface Comments {
  /** Answers a request at the comments' address or below it, from this network address. */
  handle: (request: Request, address: string) => Promise<Response>;
  /** These approved comments are on their pages, for the first time or still. */
  published: (comments: Iterable<Comment>) => void;
  /** What waits for delivery. */
  state: () => OutboxState;
  /** What somebody should mend, though comments are taken. */
  warnings: () => readonly string[];
  close: () => Promise<void>;
}

/**
 * Takes comments and delivers them, those of the last run first.
 *
 * @throws Error when the folder cannot be written
 */
export function startComments(options: CommentsOptions): Comments {
  const { dir, client, log, now, siteUrl } = options;
  const outbox = openOutbox(join(dir, 'outbox.sqlite'));
  const erasures = openErasures(join(dir, 'erasures.sqlite'));
  const key = loadKey(join(dir, 'comment-key'));
  const signer = createSigner(key);
  const settings = followCommentSettings({ client, file: join(dir, 'comment-settings.json'), log });
  const renderer = createRenderer({ deadlineMs: RENDER_DEADLINE_MS });
  const limits = createLimits({ key, counters: options.counters });
  const proofs = createProofs();
  const previews = new RateLimiterMemory({ points: PREVIEWS_A_MINUTE, duration: 60 });
  const render = createPageRenderer(options.renderPage);
  const commentsUrl = new URL(options.commentsUrl, siteUrl).href;
  const browsers = createKnownBrowsers({ signer, mark: createAddressMark(key), commentsUrl });
  const authorHistory = createAuthorHistory(client);
  const mail =
    options.mail &&
    startMail({
      ...options.mail,
      dir,
      client,
      key,
      signer,
      render,
      now,
      log,
      commentsUrl,
      browsers,
      moderators: () => settings.current().notify,
    });
  const delivery = startDelivery({
    outbox,
    log,
    now,
    deliver: createSanityDeliver(client),
    onDelivered: (operations) =>
      mail?.came(operations.flatMap((each) => (each.kind === 'delete' ? [] : [each.comment]))),
  });
  // What was noted while there was mail is forgotten also when there is none any more.
  const earlierMail = mail === undefined ? openMailTraces(dir) : undefined;
  const mailTraces = mail?.traces ?? earlierMail;
  const traces: Traces = {
    idsOf: outbox.idsOf,
    eraseComments(ids) {
      outbox.erase(ids);
      mailTraces?.eraseComments(ids);
    },
    eraseAddress: (email) => mailTraces?.eraseAddress(email),
  };
  const stopHousekeeping = startHousekeeping({
    client,
    erasures,
    traces,
    mailTraces,
    keepMonths: () => settings.current().keepMonths,
    now,
    log,
  });
  const shared = {
    ...options,
    siteOrigin: new URL(siteUrl).origin,
    settings: settings.current,
    addressHash: createAddressHash(join(dir, 'address-secrets.json')),
    history: (email: string, request: Request) =>
      authorHistory(email, browsers.knownSince(request, email, now())),
    onAccepted: delivery.wake,
    isHeldUp: delivery.isHeldUp,
    erase: (id: string) => eraseComments([id], { client, erasures, traces, now: now() }),
    mayPreview: async (network: string) => {
      const { consumedPoints } = await previews.penalty(network);
      return consumedPoints <= PREVIEWS_A_MINUTE;
    },
    outbox,
    renderer,
    limits,
    proofs,
    signer,
    key,
    render,
  };
  const yourData = createYourData({ ...shared, erasures, traces, sendLink: mail?.yourData });
  const handle = createRouter({
    ...shared,
    routes: {
      '': createCommentsEndpoint(shared),
      ticket: createTicketRoute(shared),
      yours: createYours(shared),
      'your-data': (request, token, address) =>
        token === '' ? yourData.ask(request, address) : yourData.open(request, token),
      ...mail?.routes,
    },
  });
  return {
    handle,
    published: (comments) => mail?.published(comments),
    state: outbox.state,
    warnings: () => [mail?.trouble()].flatMap((trouble) => trouble ?? []),
    async close() {
      await stopHousekeeping();
      await delivery.stop();
      await mail?.close();
      earlierMail?.close();
      await renderer.close();
      settings.close();
      limits.close();
      outbox.close();
      erasures.close();
    },
  };
}
