import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createClient, type SanityClient } from '@sanity/client';
import { buildStudio } from '../studio/build.ts';
import { serveStudio } from '../studio/serve.ts';
import { parseEnvironment, type Environment } from './environment.ts';
import { importContent } from './import/import.ts';
import { startChild, type Child } from './start/child.ts';
import { loadRobotToken } from './start/robot-token.ts';

const began = performance.now();
const log = (line: string): void => void process.stderr.write(`${line}\n`);
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const prefixed =
  (name: string) =>
  (line: string): void =>
    log(`${name.padEnd(6)} ${line}`);

/** Everything to end, last started first. */
const running: { stop: () => Promise<unknown> }[] = [];
let stopping: Promise<void> | undefined;

process.once('SIGINT', () => void stop(0)).once('SIGTERM', () => void stop(0));
try {
  await start(parseEnvironment(process.env));
} catch (error) {
  log(`Lymphwise did not start. ${error instanceof Error ? error.message : String(error)}`);
  await stop(1);
}

async function start(environment: Environment): Promise<void> {
  const dataDir = resolve(environment.dataDir);
  makeFolder(dataDir);
  const store = await openStore(environment, dataDir);
  const siteUrl = environment.siteUrl ?? `http://localhost:${environment.sitePort}`;

  const [studio] = await Promise.all([
    openStudio(environment, dataDir, store, siteUrl),
    seed(store.client).then(() => openSite(environment, dataDir, store, siteUrl)),
  ]);

  say('');
  say(`  Site     ${siteUrl}/`);
  say(`  Studio   ${studio.url}/`);
  if (store.url !== undefined) say(`  Lake     ${store.url}`);
  if (store.signIn !== undefined) say(`  Sign in  ${store.signIn}`);
  say('');
  say(`  Ready in ${((performance.now() - began) / 1000).toFixed(1)} s. Ctrl-C stops everything.`);
  if (store.signIn !== undefined) {
    say('  The sign-in link opens the Studio once; npm run sign-in makes another.');
  }
}

interface Store {
  readonly client: SanityClient;
  /** Where the embedded lake answers; undefined with hosted Sanity. */
  readonly url: string | undefined;
  readonly signIn: string | undefined;
  /** What the site needs to reach the store. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

async function openStore(environment: Environment, dataDir: string): Promise<Store> {
  const { projectId, dataset, hosted } = environment;
  if (hosted || environment.sanityApiHost !== undefined) {
    const apiHost = environment.sanityApiHost;
    const env = { SANITY_PROJECT_ID: projectId, SANITY_DATASET: dataset, SANITY_API_HOST: apiHost };
    return {
      client: connect(environment, apiHost, environment.apiToken),
      url: undefined,
      signIn: undefined,
      env: { ...env, SANITY_API_TOKEN: environment.apiToken },
    };
  }
  const token = loadRobotToken(dataDir);
  const lake = launch('lake', 'lake/main.ts', {
    LAKE_PORT: String(environment.lakePort),
    LAKE_DIR: join(dataDir, 'lake'),
    LAKE_PROJECT_ID: projectId,
    LAKE_DATASET: dataset,
    LAKE_ROBOT_TOKEN: token,
    LAKE_STUDIO_ORIGINS: `http://localhost:${environment.studioPort}`,
  });
  const { url, signIn } = await lake.ready;
  return {
    client: connect(environment, url, token),
    url,
    signIn,
    env: {
      SANITY_PROJECT_ID: projectId,
      SANITY_DATASET: dataset,
      SANITY_API_HOST: url,
      SANITY_API_TOKEN: token,
    },
  };
}

function connect(
  { projectId, dataset }: Environment,
  apiHost: string | undefined,
  token: string | undefined,
): SanityClient {
  return createClient({
    projectId,
    dataset,
    apiVersion: '2026-05-01',
    useCdn: false,
    perspective: 'raw',
    ...(token === undefined ? {} : { token }),
    ...(apiHost === undefined ? {} : { apiHost, useProjectHostname: false }),
  });
}

/** Fills an empty store with the publication's content. */
async function seed(client: SanityClient): Promise<void> {
  const found: unknown = await client.fetch(`*[_id == "settings"][0]._id`);
  if (found !== null) return;
  log('The store is empty: importing the content.');
  await importContent({ client, contentDir: resolve('content'), log: prefixed('import') });
}

async function openStudio(
  { projectId, dataset, studioPort, sanityApiHost }: Environment,
  dataDir: string,
  store: Store,
  previewUrl: string,
): Promise<{ url: string }> {
  const outDir = join(dataDir, 'studio');
  await buildStudio({ outDir, log: prefixed('studio') });
  const apiHost =
    store.url === undefined ? sanityApiHost : `http://localhost:${new URL(store.url).port}`;
  const server = await serveStudio({
    dir: outDir,
    host: '127.0.0.1',
    port: studioPort,
    config: { projectId, dataset, previewUrl, ...(apiHost === undefined ? {} : { apiHost }) },
  });
  running.push({ stop: server.close });
  return { url: `http://localhost:${new URL(server.url).port}` };
}

async function openSite(
  environment: Environment,
  dataDir: string,
  store: Store,
  siteUrl: string,
): Promise<void> {
  const site = launch('site', 'site/server.ts', {
    ...store.env,
    SITE_URL: siteUrl,
    SITE_PORT: String(environment.sitePort),
    DATA_DIR: dataDir,
  });
  await site.ready;
}

function launch(
  name: string,
  script: string,
  env: Readonly<Record<string, string | undefined>>,
): Child {
  const child = startChild({ name, script, env, log: prefixed(name) });
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

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `The data folder ${dir} cannot be made (${reason}). Set DATA_DIR to a folder you may write.`,
      { cause: error },
    );
  }
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    for (const each of running.toReversed()) await each.stop();
    process.exit(code);
  })();
  return stopping;
}
