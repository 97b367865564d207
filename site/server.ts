import { siteConfig } from './cms/site-config.ts';
import { tellTenths, type Progress } from './publish/progress.ts';
import { startSiteServer } from './serve/site-server.ts';

const log = (line: string): void => void process.stderr.write(`${line}\n`);
/** Whoever started the site and holds a channel to it shows how far it is. */
const onProgress: Progress =
  process.send === undefined
    ? tellTenths(log)
    : (done, all) => void process.send?.({ progress: { done, all } });

try {
  const server = await startSiteServer(siteConfig, { log, onProgress });
  let stopping = false;
  const stop = (): void => {
    stopping = true;
    void server.close().then(() => process.exit(0));
  };
  // `disconnect`: whoever started the site and holds a channel to it has gone.
  process.once('SIGINT', stop).once('SIGTERM', stop).once('disconnect', stop);
  await server.opened;
  if (!stopping) process.stdout.write(`${JSON.stringify({ ready: true, url: server.url })}\n`);
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
