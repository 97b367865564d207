import { listen } from '../../../site/serve/listen.ts';
import { createStaticFiles } from '../../../site/serve/static-files.ts';

// A process of its own, as the site's server is: a folder served by the server's own code.
const [dir = '', port = ''] = process.argv.slice(2);
await listen({
  host: '127.0.0.1',
  port: Number(port),
  proxies: 0,
  files: createStaticFiles(dir),
  route: () => undefined,
  log: () => undefined,
});
