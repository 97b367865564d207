import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { noteRunning } from '../lake/running.ts';
import { temporaryFolder } from '../tests/fixtures/temporary-folder.ts';
import { withRunningLake } from './running-lake.ts';

/** A data folder that this process serves on port 4999. */
function servedFolder(): string {
  const dataDir = temporaryFolder();
  const dir = join(dataDir, 'lake');
  mkdirSync(dir);
  noteRunning(dir, { projectId: 'lymphwise', port: 4999, studioOrigins: [] });
  return dataDir;
}

describe('withRunningLake', () => {
  test('finds the lake that serves the folder', () => {
    expect(withRunningLake({ DATA_DIR: servedFolder() })).toMatchObject({ LAKE_PORT: '4999' });
  });

  test.for([
    { LAKE_PORT: '3999' },
    { SANITY_PROJECT_ID: 'abc' },
    { SANITY_API_HOST: 'http://127.0.0.1:1' },
  ])('leaves %o as it is', (named) => {
    const env = { DATA_DIR: servedFolder(), ...named };
    expect(withRunningLake(env)).toEqual(env);
  });

  test('adds nothing where no lake serves the folder', () => {
    const env = { DATA_DIR: temporaryFolder() };
    expect(withRunningLake(env)).toEqual(env);
  });
});
