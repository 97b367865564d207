import { join } from 'node:path';

import type { SanityClient } from '@sanity/client';

import { createAddressHash } from './address-hash.ts';
import { createSanityDeliver } from './deliver-to-sanity.ts';
import { startDelivery } from './delivery.ts';
import { createCommentsEndpoint } from './endpoint.ts';
import type { EndpointOptions } from './endpoint.ts';
import { openOutbox } from './outbox.ts';
import type { OutboxState } from './outbox.ts';
import { createRateLimit } from './rate-limit.ts';
import { openErasures } from '../privacy/erasures.ts';
import { startHousekeeping } from '../privacy/housekeeping.ts';
import { createRenderer } from './render.ts';

const RENDER_DEADLINE_MS = 400;

export interface CommentsOptions extends Pick<
  EndpointOptions,
  'lookups' | 'renderErrorPage' | 'log' | 'now' | 'siteUrl'
> {
  /** Where the outbox and the secrets are kept. */
  dir: string;
  /** May write. */
  client: SanityClient;
}

/** The comments of a running site, from the form to the store, and the bin. */
export interface Comments {
  /** Answers a request to the comment endpoint, from this network address. */
  handle: (request: Request, address: string) => Promise<Response>;
  /** What waits for delivery. */
  state: () => OutboxState;
  close: () => Promise<void>;
}

/**
 * Takes comments and delivers them, those of the last run first.
 *
 * @throws Error when the folder cannot be written
 */
export function startComments({ dir, client, ...options }: CommentsOptions): Comments {
  const outbox = openOutbox(join(dir, 'outbox.sqlite'));
  const renderer = createRenderer({ deadlineMs: RENDER_DEADLINE_MS });
  const { log, now } = options;
  const delivery = startDelivery({ outbox, deliver: createSanityDeliver(client), log, now });
  const erasures = openErasures(join(dir, 'erasures.sqlite'));
  const stopHousekeeping = startHousekeeping({
    client,
    erasures,
    // Filled in by what the outbox and the mail know of an address.
    traces: { idsOf: () => [], eraseComments: () => undefined, eraseAddress: () => undefined },
    keepMonths: () => undefined,
    now,
    log,
  });
  const handle = createCommentsEndpoint({
    ...options,
    outbox,
    renderer,
    rateLimit: createRateLimit(),
    addressHash: createAddressHash(join(dir, 'address-secrets.json')),
    onAccepted: delivery.wake,
  });
  return {
    handle,
    state: outbox.state,
    async close() {
      await stopHousekeeping();
      await delivery.stop();
      await renderer.close();
      outbox.close();
      erasures.close();
    },
  };
}
