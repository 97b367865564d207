import { ClientError } from '@sanity/client';

import { readForm } from '../comments/read-form.ts';
import { Refusal } from '../comments/refusal.ts';
import type { RenderReaderPage } from '../comments/routes.ts';
import type { Signer } from '../comments/signed.ts';
import { LINK_OVER, type MailRoute } from './mail-route.ts';
import type { MailSite } from './mail-site.ts';
import type { MailStore } from './mail-store.ts';
import { toModerateQuestion, toSettledPage, type Verdict } from './moderate-pages.ts';

export interface ModerateOptions {
  store: Pick<MailStore, 'versionsOf' | 'approve' | 'putInSpam'>;
  signer: Signer;
  site: Pick<MailSite, 'pageTitle' | 'commentUrl' | 'studioUrl'>;
  render: RenderReaderPage;
  now: () => Date;
}

/**
 * What the links of a moderator's mail lead to: the comment as it is now, and a button, which acts
 * on the text that was shown and on no other.
 */
export function createModerateRoute(options: ModerateOptions): MailRoute {
  const { store, signer, site, render, now } = options;

  const readToken = (token: string): { verdict: Verdict; id: string } | undefined => {
    for (const verdict of ['approve', 'spam'] as const) {
      const id = signer.verify(verdict, token, now());
      if (id !== undefined) return { verdict, id };
    }
    return undefined;
  };

  /** @returns false when the comment is not any more as it was shown */
  const carryOut = async (verdict: Verdict, id: string, revision: string): Promise<boolean> => {
    try {
      await (verdict === 'approve' ? store.approve(id, revision) : store.putInSpam(id, revision));
      return true;
    } catch (error) {
      if (error instanceof ClientError && [404, 409].includes(error.statusCode)) return false;
      throw error;
    }
  };

  return async (request, token) => {
    const read = readToken(token);
    if (read === undefined) return render(LINK_OVER, 410);
    const { verdict, id } = read;
    const versions = await store.versionsOf(id);
    const settled = toSettledPage(versions, undefined, site);
    if (settled !== undefined) return render(settled);
    if (request.method !== 'POST')
      return render(toModerateQuestion(verdict, versions, false, site));

    const action = (await readForm(request)).get('action');
    const [asked, revision] = typeof action === 'string' ? action.split(':') : [];
    if (asked !== verdict || revision === undefined) {
      throw new Refusal(400, 'Press the button on the page of the link.');
    }
    const isDone = await carryOut(verdict, id, revision);
    const after = await store.versionsOf(id);
    const done = toSettledPage(after, isDone ? verdict : undefined, site);
    if (done !== undefined) return render(done);
    return render(toModerateQuestion(verdict, after, true, site), 409);
  };
}
