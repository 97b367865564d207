import { describe, expect, test } from 'vitest';
import { readConfig } from './config.ts';

describe('readConfig', () => {
  test('serves this machine only, unless told otherwise', () => {
    expect(readConfig({})).toMatchObject({
      host: '127.0.0.1',
      port: 3999,
      dir: '.data/lake',
      projectId: 'lymphwise',
      dataset: 'production',
      studioOrigins: ['http://localhost:3333'],
      publicHosts: [],
      robotToken: undefined,
    });
  });

  test.for([
    [{ LAKE_HOST: '0.0.0.0' }, 'LAKE_PUBLIC_HOSTS'],
    [{ LAKE_HOST: '::' }, 'LAKE_PUBLIC_HOSTS'],
    [{ LAKE_PORT: 'x' }, 'LAKE_PORT'],
    [{ LAKE_PORT: '70000' }, 'LAKE_PORT'],
    [{ LAKE_PROJECT_ID: 'a b' }, 'LAKE_PROJECT_ID'],
    [{ LAKE_ROBOT_TOKEN: 'short' }, 'LAKE_ROBOT_TOKEN'],
    [{ LAKE_STUDIO_ORIGINS: 'localhost' }, 'LAKE_STUDIO_ORIGINS'],
    [{ LAKE_STUDIO_ORIGINS: 'http://localhost:3333/path' }, 'LAKE_STUDIO_ORIGINS'],
  ] as const)('%o is refused by the name of %s', ([env, name]) => {
    expect(() => readConfig(env)).toThrow(name);
  });

  test('takes a public host once its names are listed', () => {
    const env = { LAKE_HOST: '0.0.0.0', LAKE_PUBLIC_HOSTS: 'Lake.example.org, other' };
    expect(readConfig(env)).toMatchObject({ publicHosts: ['lake.example.org', 'other'] });
  });
});
