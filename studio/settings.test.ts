import { describe, expect, test } from 'vitest';

import { parseSettings } from './settings.ts';

const settings = {
  projectId: 'lymphwise',
  dataset: 'production',
  apiHost: 'http://localhost:3999',
  previewUrl: 'http://localhost:4321',
};

describe('parseSettings', () => {
  test('takes the settings and nothing else', () => {
    expect(parseSettings({ ...settings, token: 'secret' })).toEqual(settings);
  });

  test('works without a lake, for hosted Sanity', () => {
    expect(parseSettings({ ...settings, apiHost: undefined }).apiHost).toBeUndefined();
  });

  test.for(['projectId', 'dataset', 'previewUrl'])('names a missing %s', (key) => {
    expect(() => parseSettings({ ...settings, [key]: '' })).toThrow(`“${key}”`);
  });

  test('refuses what is not an object', () => {
    expect(() => parseSettings('lymphwise')).toThrow('“projectId”');
  });
});
