import { join } from 'node:path';
import type { Catalogue } from '../cms/catalogue.ts';
import { createWriter } from '../cms/client.ts';
import { isPage } from '../cms/document.ts';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import { startComments, type Comments } from '../comments/comments.ts';
import type { PublisherOptions } from '../publish/publisher.ts';

/**
 * Takes comments for a site that is open.
 *
 * @returns undefined where the site has no token to deliver them with: it says so in the log
 */
export function openComments(
  config: SiteConfig,
  publisher: PublisherOptions,
  log: (line: string) => void,
): Comments | undefined {
  if (config.apiToken === undefined) {
    log('Comments are off: set SANITY_API_TOKEN to a token that may write to take them.');
    return undefined;
  }
  return startComments({
    dir: join(config.dataDir, 'site'),
    client: createWriter(config),
    siteUrl: config.siteUrl,
    now: () => new Date(),
    log,
    lookups: commentLookups(publisher.catalogue),
    renderErrorPage: async (commentError) => {
      const page = await publisher.site.render('/comments/error/', { commentError });
      return page.text();
    },
  });
}

function commentLookups(catalogue: Catalogue) {
  return {
    page: (id: string) => {
      const doc = catalogue.get(id);
      return doc !== undefined && isPage(doc) ? doc : undefined;
    },
    isApproved: (commentId: string, pageId: string) =>
      catalogue.find('comment', { _ref: commentId })?.article._ref === pageId,
  };
}
