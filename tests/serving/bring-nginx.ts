import { findNginx } from '../../scripts/nginx/run-nginx.ts';
import { thisMachine, type Machine } from '../browser/machine.ts';

const PACKAGES = ['nginx', 'libnginx-mod-http-brotli-static'];

/**
 * The nginx of this machine: the one that is there, else Debian's package where it may be installed.
 *
 * Installed as for a machine without services: the package's own server is not started.
 *
 * @returns its path, or why there is none
 */
export async function bringNginx(
  machine: Machine = thisMachine,
  find: () => string | undefined = findNginx,
): Promise<{ readonly path: string } | { readonly why: string }> {
  const there = find();
  if (there !== undefined) return { path: there };
  if (!/^ID=debian$/m.test(await machine.read('/etc/os-release'))) {
    return { why: 'it is not installed, and this is not a Debian machine' };
  }
  if (!machine.isRoot) return { why: 'it is not installed, and only root may install it' };
  machine.log("No nginx here: installing Debian's package…");
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const aptGet = (args: readonly string[], seconds: number) =>
    machine.run('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { seconds, env });
  const update = await aptGet(['update'], 120);
  if (!update.ok) return { why: `apt-get update failed: ${lastLine(update.output)}` };
  const install = await aptGet(['-y', '--no-install-recommends', 'install', ...PACKAGES], 240);
  if (!install.ok) return { why: `apt-get install failed: ${lastLine(install.output)}` };
  const path = find();
  return path === undefined ? { why: 'it was installed but is not in the usual places' } : { path };
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1) ?? '';
}
