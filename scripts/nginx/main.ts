import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toNginxConfig } from '../../site/serve/nginx-config.ts';
import { parseEnvironment } from '../environment.ts';
import { hasBrotli } from './run-nginx.ts';

const USAGE = `Writes the configuration of nginx for this site to standard output.

  npm run -s nginx [-- --listen "80 [::]:80" --server-name example.org] > lymphwise.conf

The environment says the rest, as for the start: DATA_DIR, SITE_HOST, SITE_PORT. On Debian, as root:

  apt install nginx libnginx-mod-http-brotli-static   first: the module sends .br files
  cp lymphwise.conf /etc/nginx/sites-enabled/
  rm /etc/nginx/sites-enabled/default                 else it answers where --server-name is left out
  nginx -t && systemctl reload nginx

Run the site with TRUST_PROXY=1, and SITE_URL as readers have it. nginx runs as www-data: that must be
able to enter DATA_DIR and every folder above it, which homes often forbid. Reload nginx when the site
says that addresses have moved.
`;

try {
  const { values } = parseArgs({
    options: {
      listen: { type: 'string', default: '80' },
      'server-name': { type: 'string', default: '_' },
      help: { type: 'boolean', default: false },
    },
  });
  process.stdout.write(values.help ? USAGE : write(values.listen, values['server-name']));
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${reason}\nnpm run -s nginx -- --help says more.\n`);
  process.exitCode = 1;
}

function write(listen: string, serverName: string): string {
  const { dataDir, host, port } = parseEnvironment(process.env);
  const root = resolve(dataDir, 'site/releases/current');
  const config = toNginxConfig({
    root,
    listen,
    serverName,
    upstream: `${host}:${port}`,
    redirectsMap: resolve(dataDir, 'site/redirects.map'),
    brotli: hasBrotli(),
  });
  if (!existsSync(root))
    process.stderr.write(`There is no site in ${root} yet. Is DATA_DIR right?\n`);
  return config;
}
