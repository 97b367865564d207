import { join, resolve } from 'node:path';
import { createReader, createWriter } from '../site/cms/client.ts';
import type { SiteConfig } from '../site/cms/parse-site-config.ts';
import { serveStudio } from '../studio/serve.ts';
import { askStoreToWrite, holdsContent } from './ask-store.ts';
import { parseEnvironment, type Environment } from './environment.ts';
import { importContent } from './import/import.ts';
import { requireFree, type WantedPort } from './ports.ts';
import { buildStudioApart } from './start/build-studio.ts';
import { startChild, type Child } from './start/child.ts';
import { makeDataFolder } from './start/make-data-folder.ts';
import { ensureRobotToken } from './start/robot-token.ts';
import { openTerminal } from './start/terminal.ts';

const began = performance.now();
const { say, log, progress } = openTerminal({
  out: process.stdout,
  err: process.stderr,
  clock: () => performance.now(),
});
const prefixed =
  (name: string) =>
  (line: string): void =>
    log(`${name.padEnd(6)} ${line}`);

/** Everything to end, last started first. */
const running: { stop: () => Promise<unknown> }[] = [];
let stopping: Promise<void> | undefined;

// npm passes on a Ctrl-C that the terminal has told us already: the second changes nothing.
process.on('SIGINT', () => void stop(0)).on('SIGTERM', () => void stop(0));
try {
  await start(parseEnvironment(process.env));
} catch (error) {
  // Whoever stops it on the way knows why it did not start.
  if (stopping === undefined) {
    log(`Lymphwise did not start. ${error instanceof Error ? error.message : String(error)}`);
  }
  await stop(1);
}

async function start(environment: Environment): Promise<void> {
  const dataDir = resolve(environment.dataDir);
  await requireFree(portsOf(environment));
  makeDataFolder(dataDir);
  const { config, signIn } = await openStore({ ...environment, dataDir });
  const [studioUrl] = await Promise.all([
    openStudio(environment, config),
    seed(config).then(() => openSite(config, environment)),
  ]);

  say('');
  say(`  Site     ${config.siteUrl}/`);
  say(`  Studio   ${studioUrl}/`);
  if (signIn !== undefined) say(`  Lake     ${config.sanityApiHost}`);
  if (signIn !== undefined) say(`  Sign in  ${signIn}`);
  say('');
  say(`  Ready in ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.`);
  if (signIn !== undefined) say('  The link works once; npm run sign-in makes another.');
}

function portsOf({
  embedded,
  lakePort,
  studioPort,
  host,
  port,
}: Environment): readonly WantedPort[] {
  const loopback = '127.0.0.1';
  return [
    ...(embedded ? [{ variable: 'LAKE_PORT', host: loopback, port: lakePort }] : []),
    { variable: 'STUDIO_PORT', host: loopback, port: studioPort },
    { variable: 'SITE_PORT', host, hostVariable: 'SITE_HOST', port },
  ];
}

interface Store {
  /** How the site reaches the store. */
  readonly config: SiteConfig;
  /** The embedded lake's link for its administrator. */
  readonly signIn?: string | undefined;
}

async function openStore(environment: Environment): Promise<Store> {
  if (!environment.embedded) {
    await askStoreToWrite(environment);
    return { config: environment };
  }
  const apiToken = ensureRobotToken(environment.dataDir);
  const lake = launch('lake', 'lake/main.ts', {
    LAKE_PORT: String(environment.lakePort),
    LAKE_DIR: join(environment.dataDir, 'lake'),
    LAKE_PROJECT_ID: environment.projectId,
    LAKE_DATASET: environment.dataset,
    LAKE_ROBOT_TOKEN: apiToken,
    LAKE_STUDIO_ORIGINS: `http://localhost:${environment.studioPort}`,
  });
  const { url, signIn } = await lake.ready;
  return { config: { ...environment, sanityApiHost: url, apiToken }, signIn };
}

/** Fills an empty store with the publication's content. What editors took away of it stays away. */
async function seed(config: SiteConfig): Promise<void> {
  if (await holdsContent(createReader(config))) return;
  log('The store is empty: importing the content.');
  await importContent({
    client: createWriter(config),
    contentDir: resolve('content'),
    log: prefixed('import'),
  });
}

async function openStudio(environment: Environment, config: SiteConfig): Promise<string> {
  const outDir = join(config.dataDir, 'studio');
  const build = buildStudioApart(outDir, prefixed('studio'));
  running.push(build);
  await build.done;
  // The browser finds the lake by the names `*.localhost`, which it takes to this machine itself.
  const apiHost = config.sanityApiHost?.replace('127.0.0.1', 'localhost');
  const { projectId, dataset, siteUrl: previewUrl } = config;
  const port = environment.studioPort;
  const server = await serveStudio({
    dir: outDir,
    host: '127.0.0.1',
    port,
    config: { projectId, dataset, apiHost, previewUrl, healthUrl: `${previewUrl}/api/health` },
  });
  running.push({ stop: () => server.close() });
  return `http://localhost:${new URL(server.url).port}`;
}

async function openSite(config: SiteConfig, { studioPort }: Environment): Promise<void> {
  const site = launch('site', 'site/server.ts', {
    SANITY_PROJECT_ID: config.projectId,
    SANITY_DATASET: config.dataset,
    SANITY_API_HOST: config.sanityApiHost,
    SANITY_API_TOKEN: config.apiToken,
    SITE_URL: config.siteUrl,
    SITE_PORT: String(config.port),
    DATA_DIR: config.dataDir,
    STUDIO_URL: config.studioOrigin ?? `http://localhost:${studioPort}`,
  });
  await site.ready;
}

function launch(
  name: string,
  script: string,
  env: Readonly<Record<string, string | undefined>>,
): Child {
  const child = startChild({ name, script, env, log: prefixed(name), onProgress: progress });
  running.push(child);
  void stopTogetherWith(child);
  return child;
}

async function stopTogetherWith({ name, ended }: Child): Promise<void> {
  const code = await ended;
  if (stopping !== undefined) return;
  log(`The ${name} ended by itself (${code}); stopping the rest.`);
  await stop(1);
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    progress(0, 0);
    if (code === 0) log('Stopping.');
    for (const each of running.toReversed()) await each.stop();
    process.exit(code);
  })();
  return stopping;
}
