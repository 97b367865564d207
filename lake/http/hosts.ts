/** What the `Host` header says: whether this server answers to it, and the project it names. */
export interface HostCheck {
  allowed: boolean;
  projectId: string | undefined;
}

/**
 * Names under which a browser may reach a server on this machine. Any other name could have been
 * pointed here by a stranger's page (DNS rebinding), unless the operator listed it.
 * `<project>.localhost` names the project; `-s1`, `-s2`… are the Studio's ways around the browser's
 * limit of connections per host.
 */
export function checkHost(header: string | undefined, publicHosts: readonly string[]): HostCheck {
  const name = (header ?? '').toLowerCase().replace(/:\d+$/, '');
  if (['localhost', '127.0.0.1', '[::1]'].includes(name) || publicHosts.includes(name)) {
    return { allowed: true, projectId: undefined };
  }
  const shard = /^([a-z0-9-]+?)(?:-s\d+)?\.localhost$/.exec(name);
  return { allowed: shard !== null, projectId: shard?.[1] };
}

/** True for addresses that only this machine can reach. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}
