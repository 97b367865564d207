import { readConfig } from './config.ts';
import { StartError } from './failure.ts';
import { createLake } from './lake.ts';
import { noteRunning } from './running.ts';

// Starts the lake and prints one line of JSON on stdout once it answers. Everything else goes to stderr.
const log = (message: string): void => void process.stderr.write(`${message}\n`);

try {
  const config = readConfig(process.env);
  const lake = await createLake({ ...config, log });
  const { port } = lake;
  const forget = noteRunning(config.dir, { ...config, port });
  const stop = (): void => {
    forget();
    void lake.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  // Whoever started the lake and holds a channel to it has gone.
  process.once('disconnect', stop);
  const ready = { ready: true, url: lake.url, signIn: lake.signInLink() };
  process.stdout.write(`${JSON.stringify(ready)}\n`);
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  log(error.message);
  process.exitCode = 1;
}
