import { join } from 'node:path';
import type { Catalogue } from '../cms/catalogue.ts';
import { createWriter } from '../cms/client.ts';
import { commentAddress } from '../cms/comment-addresses.ts';
import { isPage } from '../cms/document.ts';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import { startComments, type Comments } from '../comments/comments.ts';
import { openMemoryCounters, type Counters } from '../comments/limit-counters.ts';
import type { CommentLookups } from '../comments/lookups.ts';
import { mailSiteOf } from '../mail/mail-site-of.ts';
import type { PublisherOptions } from '../publish/publisher.ts';
import { areCommentsOpen } from '../text/comments-open.ts';

/**
 * Takes comments for a site that is open.
 *
 * @param publisher asked anew for each page, so that new code is used as soon as it is there
 * @returns undefined where the site has no token to deliver them with: it says so in the log
 */
export async function openComments(
  config: SiteConfig,
  publisher: PublisherOptions,
  log: (line: string) => void,
): Promise<Comments | undefined> {
  if (config.apiToken === undefined) {
    log('Comments are off: set SANITY_API_TOKEN to a token that may write to take them.');
    return undefined;
  }
  const { catalogue } = publisher;
  const lookups = toLookups(catalogue);
  const { mail } = config;
  return startComments({
    dir: join(config.dataDir, 'site'),
    client: createWriter(config),
    siteUrl: config.siteUrl,
    commentsUrl: config.commentsUrl.replace(/\/$/, ''),
    counters: await openCounters(config, log),
    now: () => new Date(),
    log,
    lookups,
    mail: mail && { config: mail, site: mailSiteOf(config, catalogue, lookups) },
    renderPage: async (readerPage) => {
      const page = await publisher.site.render('/comments/', { readerPage });
      return page.text();
    },
  });
}

async function openCounters(
  { commentLimitsRedis }: SiteConfig,
  log: (line: string) => void,
): Promise<Counters> {
  if (commentLimitsRedis === undefined) return openMemoryCounters();
  // Loaded only where it is used: that takes a sixth of a second.
  const { openRedisCounters } = await import('../comments/redis-counters.ts');
  return openRedisCounters(commentLimitsRedis, log);
}

function toLookups(catalogue: Catalogue): CommentLookups {
  return {
    page(id) {
      const doc = catalogue.get(id);
      if (doc === undefined || !isPage(doc)) return undefined;
      return { open: areCommentsOpen(doc, catalogue.settings, new Date()) };
    },
    approved(id) {
      const comment = catalogue.find('comment', { _ref: id });
      const href = comment && commentAddress(comment, catalogue);
      return comment && href ? { comment, href } : undefined;
    },
    emergencyText: () => catalogue.settings.emergencyText,
  };
}
