import { pathOf } from '../cms/addresses.ts';
import type { Catalogue } from '../cms/catalogue.ts';
import { isPage } from '../cms/document.ts';
import type { SiteConfig } from '../cms/parse-site-config.ts';
import type { CommentLookups } from '../comments/lookups.ts';
import type { MailSite } from './mail-site.ts';

/** What mails tell of the site that this catalogue holds. */
export function mailSiteOf(
  { siteUrl, studioOrigin }: Pick<SiteConfig, 'siteUrl' | 'studioOrigin'>,
  catalogue: Catalogue,
  { approved }: Pick<CommentLookups, 'approved'>,
): MailSite {
  const pageOf = (id: string) => {
    const doc = catalogue.get(id);
    return doc !== undefined && isPage(doc) ? doc : undefined;
  };
  return {
    siteUrl,
    studioUrl: studioOrigin && `${studioOrigin}/comments/pending`,
    title: () => catalogue.settings.title,
    pageTitle: (id) => pageOf(id)?.title,
    commentUrl(commentId, pageId) {
      const page = pageOf(pageId);
      // One that was approved a moment ago is on its page a moment later.
      const path = approved(commentId)?.href ?? (page && pathOf(page)) ?? '/';
      return siteUrl + path;
    },
  };
}
