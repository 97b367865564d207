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
  ])('names %o as wrong', (env) => {
    const [name = ''] = Object.keys(env);
    expect(() => parseSiteConfig(env)).toThrow(name);
  });

  test('names every wrong variable at once', () => {
    expect(() => parseSiteConfig({ SITE_PORT: 'x', SITE_URL: 'y' })).toThrow(/SITE_URL.*SITE_PORT/);
  });
});
