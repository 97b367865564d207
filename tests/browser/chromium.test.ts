import { describe, expect, test } from 'vitest';

import { findChromium } from './chromium.ts';
import type { Machine, RunResult } from './machine.ts';
import { chosen, debianPackage, installed, npmPackage } from './ways.ts';

interface Fake {
  /** Files that exist; a file runs when its text is a version. */
  files?: Record<string, string>;
  /** What a command leaves behind: `apt-get` -> files. Commands not named here fail. */
  commands?: Record<string, Record<string, string>>;
}

/** A bare Linux machine, with a log of the commands run on it. */
function fakeMachine({ files = {}, commands = {} }: Fake = {}, changes: Partial<Machine> = {}) {
  const disk = new Map(Object.entries(files));
  const ran: string[] = [];
  const run = (command: string, args: readonly string[]): RunResult => {
    const text = disk.get(command);
    if (text !== undefined) return { ok: text.startsWith('Chromium'), output: text };
    if (args[0] !== '--version') ran.push([command, ...args].join(' '));
    const left = commands[command];
    if (left === undefined) return { ok: false, output: `E: no ${command}` };
    for (const [path, content] of Object.entries(left)) disk.set(path, content);
    return { ok: true, output: '' };
  };
  const machine: Machine = {
    platform: 'linux',
    arch: 'x64',
    home: '/home/ann',
    isRoot: true,
    cache: '/cache',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    log: () => undefined,
    run: async (command, args) => run(command, args),
    find: async (pattern) =>
      [...disk.keys()].filter((path) => path === pattern || matches(path, pattern)),
    read: async (path) => disk.get(path) ?? '',
    writeExecutable: async (path) => void disk.set(path, 'Chromium 153'),
    makeFolder: async () => undefined,
    rename: async (from, to) => {
      for (const [path, text] of disk) disk.set(path.replace(from, to), text);
    },
    remove: async () => undefined,
    ...changes,
  };
  return { machine, ran };
}

function matches(path: string, pattern: string): boolean {
  const expression = pattern.replaceAll('.', '\\.').replaceAll('*', '[^/]*');
  return new RegExp(`^${expression.replace(/\{(.*),(.*)\}/, '($1|$2)')}$`).test(path);
}

describe('chosen', () => {
  test('takes CHROMIUM_PATH', async () => {
    const files = { '/opt/mine': 'Chromium 1' };
    const { machine } = fakeMachine({ files }, { env: { CHROMIUM_PATH: '/opt/mine' } });
    expect(await chosen(machine)).toEqual({ path: '/opt/mine' });
  });

  test('does not pass over a wrong choice', async () => {
    const { machine } = fakeMachine({}, { env: { CHROMIUM_PATH: '/opt/mine' } });
    await expect(chosen(machine)).rejects.toThrow('CHROMIUM_PATH is /opt/mine');
  });
});

describe('installed', () => {
  const playwright = '/home/ann/.cache/ms-playwright';

  test.for([
    '/usr/bin/chromium',
    '/usr/local/bin/google-chrome',
    '/opt/google/chrome/chrome',
    `${playwright}/chromium-1255/chrome-linux64/chrome`,
    `${playwright}/chromium_headless_shell-9/chrome-linux/headless_shell`,
  ])('finds %s', async (path) => {
    const { machine } = fakeMachine({ files: { [path]: 'Chromium 1' } });
    expect(await installed(machine)).toEqual({ path });
  });

  test('passes over one that does not run', async () => {
    const files = {
      '/usr/bin/chromium': 'libnss3.so: cannot open shared object file',
      '/usr/bin/google-chrome': 'Chromium 1',
    };
    const { machine } = fakeMachine({ files });
    expect(await installed(machine)).toEqual({ path: '/usr/bin/google-chrome' });
  });
});

describe('debianPackage', () => {
  const debian = { '/etc/os-release': 'NAME=Debian\nID=debian\n' };
  const left = { '/usr/bin/chromium': 'Chromium 1' };

  test('installs as root', async () => {
    const { machine, ran } = fakeMachine({ files: debian, commands: { 'apt-get': left } });
    expect(await debianPackage(machine)).toEqual({ path: '/usr/bin/chromium' });
    expect(ran[0]).toBe('apt-get -qq update');
    expect(ran[1]).toMatch(/^apt-get .*install .*chromium$/);
  });

  test('installs with sudo that asks for nothing', async () => {
    const fake = { files: debian, commands: { sudo: left } };
    const { machine, ran } = fakeMachine(fake, { isRoot: false });
    expect(await debianPackage(machine)).toEqual({ path: '/usr/bin/chromium' });
    expect(ran.every((command) => command.startsWith('sudo -n '))).toBe(true);
  });

  test('does nothing without the right to', async () => {
    const { machine, ran } = fakeMachine({ files: debian }, { isRoot: false });
    expect(await debianPackage(machine)).toHaveProperty('why');
    expect(ran).toEqual(['sudo -n true']);
  });

  test('leaves other systems alone', async () => {
    const { machine, ran } = fakeMachine({
      files: { '/etc/os-release': 'ID=ubuntu\nID_LIKE=debian' },
    });
    expect(await debianPackage(machine)).toEqual({ why: 'not a Debian machine' });
    expect(ran).toEqual([]);
  });
});

describe('npmPackage', () => {
  const commands = { npm: {}, [process.execPath]: {} };

  test('installs into the cache, and only once', async () => {
    const { machine, ran } = fakeMachine({ commands });
    const first = await npmPackage(machine);
    expect(first).toHaveProperty('path', expect.stringMatching(/^\/cache\/.*\/start\.sh$/));
    expect(ran).toHaveLength(2);
    expect(await npmPackage(machine)).toEqual(first);
    expect(ran).toHaveLength(2);
  });

  test('says why npm failed', async () => {
    const { machine } = fakeMachine();
    expect(await npmPackage(machine)).toEqual({ why: 'npm install failed: E: no npm' });
  });

  test('does not try elsewhere', async () => {
    const { machine, ran } = fakeMachine({ commands }, { platform: 'darwin' });
    expect(await npmPackage(machine)).toHaveProperty('why');
    expect(ran).toEqual([]);
  });
});

describe('findChromium', () => {
  test('prefers what is installed to installing', async () => {
    const files = { '/usr/bin/chromium': 'Chromium 1', '/etc/os-release': 'ID=debian' };
    const { machine, ran } = fakeMachine({ files, commands: { npm: {} } });
    expect(await findChromium(machine)).toBe('/usr/bin/chromium');
    expect(ran).toEqual([]);
  });

  test('goes on to npm when apt fails', async () => {
    const files = { '/etc/os-release': 'ID=debian' };
    const { machine } = fakeMachine({ files, commands: { npm: {}, [process.execPath]: {} } });
    expect(await findChromium(machine)).toMatch(/^\/cache\//);
  });

  test('says what was tried and what to do', async () => {
    const { machine } = fakeMachine();
    await expect(findChromium(machine)).rejects.toThrow(
      /not set; .*installed; not a Debian machine; npm install failed: .*\nRun `npx playwright-core install/,
    );
  });
});
