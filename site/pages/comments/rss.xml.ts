import { catalogue } from '../../cms/current-catalogue.ts';
import { siteUrl } from '../../cms/site-config.ts';
import { allCommentsFeed } from '../../seo/comment-feed.ts';
import { feedResponse } from '../../seo/rss.ts';

/** The newest comments of the whole site. */
export const GET = (): Response => feedResponse(allCommentsFeed(catalogue(), siteUrl));
