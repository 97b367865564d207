import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { makeDataFolder } from './make-data-folder.ts';

describe('makeDataFolder', () => {
  test('makes every folder on the way', () => {
    const dir = join(temporaryFolder(), 'a/b');
    makeDataFolder(dir);
    expect(existsSync(dir)).toBe(true);
  });

  test('says of a file that it is one', () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    expect(() => makeDataFolder(file)).toThrow(
      `${file} cannot be used (it is a file). Set DATA_DIR`,
    );
  });
});
