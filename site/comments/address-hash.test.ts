import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { createAddressHash } from './address-hash.ts';
import { networkOf } from './network.ts';

const dir = mkdtempSync(join(tmpdir(), 'lymphwise-'));
afterAll(() => rmSync(dir, { recursive: true }));

const day = (date: string) => new Date(`${date}T12:00:00Z`);

describe('createAddressHash', () => {
  test('keeps the hash of an address for the day, over restarts', () => {
    const file = join(dir, 'restart/secrets.json');
    const before = createAddressHash(file)('192.0.2.1', day('2026-11-21'));
    expect(createAddressHash(file)('192.0.2.1', day('2026-11-21'))).toEqual(before);
    expect(createAddressHash(file)('192.0.2.2', day('2026-11-21'))).not.toEqual(before);
    expect(before[0]).not.toContain('192');
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('remembers yesterday and nothing older', () => {
    const hash = createAddressHash(join(dir, 'days.json'));
    const [first] = hash('192.0.2.1', day('2026-11-20'));
    const [second, before] = hash('192.0.2.1', day('2026-11-21'));
    expect(before).toBe(first);
    expect(second).not.toBe(first);
    expect(hash('192.0.2.1', day('2026-11-23'))).toHaveLength(1);
    expect(readFileSync(join(dir, 'days.json'), 'utf8')).not.toContain('2026-11-21');
  });

  test('starts anew when its file is damaged', () => {
    const file = join(dir, 'damaged.json');
    writeFileSync(file, '{');
    expect(createAddressHash(file)('192.0.2.1', day('2026-11-21'))).toHaveLength(1);
  });
});

describe('networkOf', () => {
  test.for([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['2001:0DB8:0:1:2:3:4:5', '2001:db8:0:1'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
    ['unknown', 'unknown'],
  ] as const)('of %s is %s', ([address, network]) => {
    expect(networkOf(address)).toBe(network);
  });
});
