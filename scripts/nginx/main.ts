import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { toNginxConfig } from '../../site/serve/nginx-config.ts';
import { parseEnvironment } from '../environment.ts';
import { hasBrotli } from './run-nginx.ts';

const USAGE = `Writes the configuration of nginx for this site to standard output.

  npm run -s nginx [-- --listen 80 --server-name example.org]

The environment says the rest, as for the start: DATA_DIR, SITE_HOST, SITE_PORT. Run the site with
TRUST_PROXY=1. Debian has the package nginx, and libnginx-mod-http-brotli-static to send .br files.
`;

const { values } = parseArgs({
  options: {
    listen: { type: 'string', default: '80' },
    'server-name': { type: 'string', default: '_' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(USAGE);
} else {
  const { dataDir, host, port } = parseEnvironment(process.env);
  process.stdout.write(
    toNginxConfig({
      root: resolve(dataDir, 'site/releases/current'),
      listen: values.listen,
      serverName: values['server-name'],
      upstream: `${host}:${port}`,
      redirectsMap: resolve(dataDir, 'site/redirects.map'),
      brotli: hasBrotli(),
    }),
  );
}
