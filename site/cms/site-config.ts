import { parseSiteConfig, type SiteConfig } from './parse-site-config.ts';

/** The configuration of this process: what pages and pictures read. */
export const siteConfig: SiteConfig = parseSiteConfig(process.env);
export const { siteUrl, commentsUrl } = siteConfig;
/** Whether mail is set up, so that the form may offer it. */
export const mailOn = siteConfig.mail !== undefined;
