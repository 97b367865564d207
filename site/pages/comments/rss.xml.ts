import { catalogue } from '../../cms/catalogue.ts';
import { siteUrl } from '../../cms/site-config.ts';
import { allCommentsFeed } from '../../seo/comment-feed.ts';

/** The newest comments of the whole site. */
export const GET = (): Promise<Response> => allCommentsFeed(catalogue(), siteUrl);
