import { describe, expect, test } from 'vitest';
import { parseSiteConfig } from './parse-site-config.ts';

describe('parseSiteConfig', () => {
  test('without a named store takes the one on this machine', () => {
    expect(parseSiteConfig({})).toMatchObject({
      siteUrl: 'http://localhost:4321',
      sanityApiHost: 'http://127.0.0.1:3999',
      projectId: 'lymphwise',
    });
    expect(parseSiteConfig({ LAKE_PORT: '4000' }).sanityApiHost).toBe('http://127.0.0.1:4000');
  });

  test('a project id alone means hosted Sanity', () => {
    expect(parseSiteConfig({ SANITY_PROJECT_ID: 'abc123' }).sanityApiHost).toBeUndefined();
  });

  test('takes what hosted Sanity calls datasets', () => {
    for (const dataset of ['production', 'a', '2026_test-1', '~alias']) {
      expect(parseSiteConfig({ SANITY_DATASET: dataset })).toMatchObject({ dataset });
    }
  });

  test('an empty variable counts as not set', () => {
    expect(parseSiteConfig({ SITE_PORT: '', SITE_URL: '' }).port).toBe(4321);
  });

  test.for([
    { SITE_PORT: 'abc' },
    { SITE_PORT: '70000' },
    { SITE_URL: 'example.org' },
    { SITE_URL: 'https://example.org/blog' },
    { COMMENTS_URL: 'not an address' },
    { SANITY_API_HOST: 'x' },
    { SANITY_PROJECT_ID: 'Bad_ID' },
    { SANITY_DATASET: 'Bad Name!' },
    { SANITY_DATASET: 'x'.repeat(65) },
    { SANITY_DATASET: 'production-' },
    { COMMENT_LIMITS_REDIS: 'localhost:6379' },
    { COMMENT_LIMITS_REDIS: 'redis://' },
    { SMTP_URL: 'mail.example.org', MAIL_FROM: 'a@example.org' },
    { SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'a@example.org' },
    { SMTP_URL: 'smtp://', MAIL_FROM: 'a@example.org' },
    { SMTP_URL: 'smtp://mail.example.org/?pool=true', MAIL_FROM: 'a@example.org' },
    { MAIL_FROM: 'Editors', SMTP_URL: 'smtp://mail.example.org' },
    { MAIL_FROM: 'a@example.org, b@example.org', SMTP_URL: 'smtp://mail.example.org' },
    { MAIL_FROM: 'Editors <a@example.org>\r\nBcc: b@example.org', SMTP_URL: 'smtp://a.example' },
  ])('names %o as wrong', (env) => {
    const [name = ''] = Object.keys(env);
    expect(() => parseSiteConfig(env)).toThrow(name);
  });

  test('counts the limits of comments where it is told', () => {
    expect(parseSiteConfig({}).commentLimitsRedis).toBeUndefined();
    const redis = 'rediss://user:p%40ss@cache.example.org:6380/1';
    expect(parseSiteConfig({ COMMENT_LIMITS_REDIS: redis }).commentLimitsRedis).toBe(redis);
  });

  test('sends no mail unless it is told how and from whom', () => {
    expect(parseSiteConfig({}).mail).toBeUndefined();
    expect(() => parseSiteConfig({ SMTP_URL: 'smtp://mail.example.org' })).toThrow(
      /MAIL_FROM is missing.*SMTP_URL/,
    );
    expect(() => parseSiteConfig({ MAIL_FROM: 'a@example.org' })).toThrow(/SMTP_URL is missing/);
  });

  test.for([
    { from: 'a@example.org', name: '' },
    { from: 'Lymphwise <a@example.org>', name: 'Lymphwise' },
    { from: '<a@example.org>', name: '' },
  ])('sends mail from $from', ({ from, name }) => {
    const smtpUrl = 'smtp://user:p%40ss@mail.example.org:587';
    expect(parseSiteConfig({ SMTP_URL: smtpUrl, MAIL_FROM: from }).mail).toEqual({
      smtpUrl,
      from: { name, address: 'a@example.org' },
    });
  });

  test('does not repeat the password of a wrong mail server', () => {
    const env = { SMTP_URL: 'smtp:/user:secret@x', MAIL_FROM: 'a@example.org' };
    expect(() => parseSiteConfig(env)).toThrow(/^(?!.*secret).*SMTP_URL/);
  });

  test('names every wrong variable at once', () => {
    expect(() => parseSiteConfig({ SITE_PORT: 'x', SITE_URL: 'y' })).toThrow(/SITE_URL.*SITE_PORT/);
  });
});
