import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { toNginxConfig, type NginxOptions } from '../../site/serve/nginx-config.ts';
import { freePort, untilListening } from '../ports.ts';

/** Where Debian puts the module that sends `.br` files, and the rest of those loaded at run time. */
const BROTLI_MODULE = '/usr/lib/nginx/modules/ngx_http_brotli_static_module.so';

export interface Nginx {
  /** Without a slash at the end. */
  readonly url: string;
  /** Whether it sends `.br` files. */
  readonly brotli: boolean;
  readonly stop: () => Promise<void>;
}

export function hasBrotli(): boolean {
  return existsSync(BROTLI_MODULE);
}

/** The program's path; undefined where it is not installed. */
export function findNginx(): string | undefined {
  const folders = [...(process.env['PATH'] ?? '').split(':'), '/usr/sbin', '/usr/local/sbin'];
  return folders.map((folder) => join(folder, 'nginx')).find((file) => existsSync(file));
}

/**
 * Runs nginx on a free port with all that it writes in a folder of its own.
 *
 * @param dir an empty folder
 * @throws Error with what nginx said, when it does not take the configuration
 */
export async function runNginx(
  program: string,
  dir: string,
  options: Pick<NginxOptions, 'root' | 'upstream' | 'redirectsMap'>,
): Promise<Nginx> {
  const port = await freePort();
  const brotli = hasBrotli();
  const config = toNginxConfig({
    ...options,
    brotli,
    listen: `127.0.0.1:${port}`,
    serverName: '_',
  });
  mkdirSync(join(dir, 'tmp'), { recursive: true });
  writeFileSync(join(dir, 'site.conf'), config);
  writeFileSync(join(dir, 'nginx.conf'), frame(dir, brotli));
  const flags = ['-p', dir, '-c', join(dir, 'nginx.conf'), '-e', join(dir, 'error.log')];
  const tried = spawnSync(program, ['-t', '-q', ...flags], { encoding: 'utf8' });
  if (tried.status !== 0) throw new Error(`nginx does not take it: ${tried.stderr}`);
  const child = spawn(program, flags, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const stop = (): Promise<void> => {
    child.kill('SIGTERM');
    return ended;
  };
  try {
    await untilListening(port);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `http://127.0.0.1:${port}`, brotli, stop };
}

/** What Debian's own nginx.conf is around a site, with every path in the folder. */
function frame(dir: string, brotli: boolean): string {
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  return `${brotli ? `load_module ${BROTLI_MODULE};` : ''}
${user}
daemon off;
worker_processes 1;
pid ${dir}/nginx.pid;
events { worker_connections 512; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  ${temporary.map((name) => `${name}_temp_path ${dir}/tmp/${name};`).join('\n  ')}
  include ${dir}/site.conf;
}
`;
}
