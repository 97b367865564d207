import { parseSiteConfig, type SiteConfig } from './parse-site-config.ts';

/** The configuration of this process: what pages and pictures read. */
export const siteConfig: SiteConfig = parseSiteConfig(process.env);
export const { siteUrl, commentsUrl } = siteConfig;
