import { join } from 'node:path';

import type { Machine } from './machine.ts';

/** Either a browser that runs, or why this way gave none. */
export type Outcome = { readonly path: string } | { readonly why: string };
export type Way = (machine: Machine) => Promise<Outcome>;

/** The last release whose archive holds the system libraries a bare machine lacks. */
const NPM_BROWSER = '@sparticuz/chromium@153.0.0';

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const USUAL_PLACES = [
  '/usr/lib/chromium/chromium',
  '/opt/google/chrome/chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Below Playwright's folder, newest name last: `chromium-1255/chrome-linux64/chrome`. */
const PLAYWRIGHT_BUILDS = [
  'chromium_headless_shell-*/chrome-*/{headless_shell,chrome-headless-shell}',
  'chromium-*/chrome-linux*/chrome',
  'chromium-*/chrome-mac*/*.app/Contents/MacOS/*',
];

/** A snap's stub and a browser without its libraries are there but do not run: ask for the version. */
async function runs(machine: Machine, path: string): Promise<boolean> {
  const { ok, output } = await machine.run(path, ['--version'], { seconds: 20 });
  return ok && /chrom/i.test(output);
}

/** The browser that CHROMIUM_PATH names. @throws Error when that one does not run: it was chosen. */
export const chosen: Way = async (machine) => {
  const path = machine.env['CHROMIUM_PATH'];
  if (path === undefined || path === '') return { why: 'CHROMIUM_PATH is not set' };
  if (await runs(machine, path)) return { path };
  throw new Error(`CHROMIUM_PATH is ${path}, which does not run. Correct it or unset it.`);
};

export const installed: Way = async (machine) => {
  const folders = (machine.env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  const playwright =
    machine.env['PLAYWRIGHT_BROWSERS_PATH'] ??
    join(
      machine.home,
      machine.platform === 'darwin' ? 'Library/Caches' : '.cache',
      'ms-playwright',
    );
  const patterns = [
    ...COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command))),
    ...USUAL_PLACES,
    ...PLAYWRIGHT_BUILDS.map((build) => join(playwright, build)),
  ];
  for (const pattern of patterns) {
    for (const path of (await machine.find(pattern)).toSorted().toReversed()) {
      if (await runs(machine, path)) return { path };
    }
  }
  return { why: 'no Chromium or Chrome is installed' };
};

/** Debian only: Ubuntu's package of the same name is a stub for a snap. */
export const debianPackage: Way = async (machine) => {
  if (!/^ID=debian$/m.test(await machine.read('/etc/os-release'))) {
    return { why: 'not a Debian machine' };
  }
  const sudo = machine.isRoot ? [] : ['sudo', '-n'];
  const aptGet = (options: string, seconds: number) => {
    const [command = '', ...args] = [...sudo, 'apt-get', ...options.split(' ')];
    return machine.run(command, args, { seconds, env: { DEBIAN_FRONTEND: 'noninteractive' } });
  };
  if (!machine.isRoot && !(await machine.run('sudo', ['-n', 'true'], { seconds: 10 })).ok) {
    return { why: 'neither root nor allowed to use sudo without a password' };
  }
  machine.log("No browser here: installing Debian's chromium package (half a minute or more)…");
  const update = await aptGet('-qq update', 120);
  if (!update.ok) return { why: `apt-get update failed: ${reason(update.output)}` };
  const wanted = 'install --no-install-recommends chromium';
  const install = await aptGet(`-qq -y -o DPkg::Lock::Timeout=120 ${wanted}`, 420);
  if (!install.ok) return { why: `apt-get install chromium failed: ${reason(install.output)}` };
  const path = '/usr/bin/chromium';
  return (await runs(machine, path)) ? { path } : { why: `${path} was installed but does not run` };
};

// The package unpacks into the temporary folder, and leaves its libraries out except on AWS.
const UNPACK = `
  import chromium, { inflate } from '@sparticuz/chromium';
  await chromium.executablePath();
  await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
`;

const START = `#!/bin/sh
here=$(dirname "$0")
export LD_LIBRARY_PATH="$here/al2023/lib" FONTCONFIG_PATH="$here/fonts"
exec "$here/chromium" "$@"
`;

/** A browser that travels inside an npm package, for closed networks and machines without root. */
export const npmPackage: Way = async (machine) => {
  if (machine.platform !== 'linux' || machine.arch !== 'x64') {
    return { why: `no npm package holds a browser for ${machine.platform} ${machine.arch}` };
  }
  const folder = join(machine.cache, NPM_BROWSER.replaceAll('/', '-'));
  const path = join(folder, 'start.sh');
  if (await runs(machine, path)) return { path };

  machine.log(`No browser here: getting ${NPM_BROWSER} from npm (70 MB)…`);
  // Made beside its place and renamed, so that an interrupted install is never taken for a browser.
  const draft = `${folder}.${process.pid}`;
  try {
    await machine.remove(folder);
    await machine.makeFolder(draft);
    const options = ['--no-save', '--no-package-lock', '--ignore-scripts', '--prefix', draft];
    const install = await machine.run('npm', ['install', ...options, NPM_BROWSER], {
      seconds: 300,
      cwd: draft,
    });
    if (!install.ok) return { why: `npm install failed: ${reason(install.output)}` };
    const unpack = await machine.run(process.execPath, ['--input-type=module', '--eval', UNPACK], {
      seconds: 120,
      cwd: draft,
      env: { TMPDIR: draft },
    });
    if (!unpack.ok) return { why: `unpacking it failed: ${reason(unpack.output)}` };
    await machine.writeExecutable(join(draft, 'start.sh'), START);
    await machine.rename(draft, folder);
  } finally {
    await machine.remove(draft);
  }
  const { ok, output } = await machine.run(path, ['--version'], { seconds: 20 });
  return ok ? { path } : { why: `the browser from npm does not run: ${reason(output)}` };
};

/** What apt and npm mark as the error, else the last words. */
function reason(output: string): string {
  const lines = output.trim().split('\n');
  const marked = lines.filter((line) => /^(E:|npm error) /.test(line)).slice(0, 3);
  return (marked.length > 0 ? marked : lines.slice(-1)).join(' ');
}
