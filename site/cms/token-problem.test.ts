import { describe, expect, onTestFinished, test } from 'vitest';
import { openLab, TOKEN } from '../../lake/contract/lab.ts';
import { parseSiteConfig } from './parse-site-config.ts';
import { findTokenProblem } from './token-problem.ts';

describe('findTokenProblem', () => {
  test('is that the store does not know the token, or lets it only read', async () => {
    const lab = await openLab();
    onTestFinished(() => lab.end());
    const ask = (token: string) =>
      findTokenProblem(parseSiteConfig({ SANITY_API_HOST: lab.lake.url, SANITY_API_TOKEN: token }));
    expect(await ask('of-another-store')).toContain('SANITY_API_TOKEN: it does not know it. Set');
    const reader = lab.tokenFor('Ann', 'viewer');
    expect(await ask(reader)).toContain('SANITY_API_TOKEN: it may not write. Set');
    expect(await ask(lab.tokenFor('Bob', 'editor'))).toBeUndefined();
    expect(await ask(TOKEN)).toBeUndefined();
    expect(await lab.client.getDocument('drafts.token-check')).toBeUndefined();
  });

  test('is none where there is no token, or no store to ask', async () => {
    const nowhere = { SANITY_API_HOST: 'http://127.0.0.1:1' };
    expect(await findTokenProblem(parseSiteConfig(nowhere))).toBeUndefined();
    const env = { ...nowhere, SANITY_API_TOKEN: 'x' };
    expect(await findTokenProblem(parseSiteConfig(env))).toBeUndefined();
  });
});
