import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { runNginx } from '../../scripts/nginx/run-nginx.ts';
import { toRedirectsMap } from '../../site/serve/redirects-map.ts';
import { aServedFolder } from '../fixtures/served-folder.ts';
import { temporaryFolder } from '../fixtures/temporary-folder.ts';
import { bringNginx } from './bring-nginx.ts';
import { addressesContract } from './contract-addresses.ts';
import { filesContract } from './contract-files.ts';
import type { StartServing } from './contract-site.ts';

const nginx = await bringNginx();
if ('path' in nginx) holdToContract(nginx.path);
else sayThatThereIsNone(nginx.why);

function holdToContract(program: string): void {
  const start: StartServing = async ({ dir, route, moves }) => {
    const folder = temporaryFolder();
    const redirectsMap = join(folder, 'redirects.map');
    writeFileSync(redirectsMap, toRedirectsMap(moves));
    // Behind nginx stands the site's own server; its folder is empty, so that what comes of it shows.
    mkdirSync(join(folder, 'none'));
    const server = await aServedFolder(join(folder, 'none'), { route, proxies: 1 });
    const upstream = new URL(server).host;
    const running = await runNginx(program, folder, { root: dir, upstream, redirectsMap });
    onTestFinished(running.stop);
    return { url: running.url, codings: running.brotli ? ['br', 'gzip'] : ['gzip'] };
  };
  describe('nginx with the site’s configuration', () => {
    filesContract(start);
    addressesContract(start);
  });
}

/** Its configuration is held to its source beside it either way; what is missing is that it runs. */
function sayThatThereIsNone(why: string): void {
  test(`NOT RUN WITH NGINX, ${why}`, () => {
    expect(process.env['NGINX_PROMISED'], why).toBeUndefined();
  });
}
