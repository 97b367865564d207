import { describe, expect, test } from 'vitest';

import { toPolicy } from './security-headers.ts';

const settings = {
  projectId: 'lymphwise',
  dataset: 'production',
  apiHost: 'http://localhost:3999',
  previewUrl: 'http://localhost:4321/en/',
};

function directive(policy: string, name: string): readonly string[] {
  const found = policy.split('; ').find((part) => part.startsWith(`${name} `));
  return found?.split(' ').slice(1) ?? [];
}

describe('toPolicy', () => {
  test('lets the Studio reach its lake, the shards and the socket, and nothing else', () => {
    expect(directive(toPolicy(settings), 'connect-src')).toEqual([
      "'self'",
      'http://localhost:3999',
      'http://*.localhost:3999',
      'ws://*.localhost:3999',
    ]);
  });

  test('lets the Studio ask the site how it is, where the site says that', () => {
    const policy = toPolicy({ ...settings, healthUrl: 'http://localhost:4321/api/health' });
    expect(directive(policy, 'connect-src')).toContain('http://localhost:4321');
  });

  test('uses safe sockets for a safe lake', () => {
    const policy = toPolicy({ ...settings, apiHost: 'https://lake.example' });
    expect(directive(policy, 'connect-src')).toContain('wss://*.lake.example');
  });

  test('names Sanity’s hosts only for hosted Sanity', () => {
    expect(toPolicy(settings)).not.toContain('sanity.io');
    expect(directive(toPolicy({ ...settings, apiHost: undefined }), 'connect-src')).toContain(
      'https://*.api.sanity.io',
    );
  });

  test('runs no script but its own, and frames the site only', () => {
    const policy = toPolicy(settings);
    expect(directive(policy, 'script-src')).toEqual(["'self'"]);
    expect(directive(policy, 'frame-src')).toEqual(['http://localhost:4321']);
    expect(directive(policy, 'frame-ancestors')).toEqual(["'none'"]);
  });
});
