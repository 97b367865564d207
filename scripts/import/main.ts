import { createWriter } from '../../site/cms/client.ts';
import { askStoreToWrite } from '../ask-store.ts';
import { parseEnvironment } from '../environment.ts';
import { withRunningLake } from '../running-lake.ts';
import { describeReport } from './describe-report.ts';
import { importContent } from './import.ts';
import { ContentError } from './mistakes.ts';
import { createProgress } from './progress.ts';

const USAGE = 'Usage: npm run import [-- [folder] [--force]]';

const args = process.argv.slice(2);
const unknown = args.filter((arg) => arg.startsWith('-') && arg !== '--force');
const [contentDir = 'content', ...others] = args.filter((arg) => !arg.startsWith('-'));
const progress = createProgress(process.stderr);

try {
  if (unknown.length > 0 || others.length > 0) throw new Error(USAGE);
  const environment = parseEnvironment(withRunningLake(process.env));
  await askStoreToWrite(environment);
  const client = createWriter(environment);
  const report = await importContent({
    client,
    contentDir,
    force: args.includes('--force'),
    log: progress.show,
  });
  progress.end();
  process.stdout.write(`${describeReport(report).join('\n')}\n`);
} catch (error) {
  progress.end();
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(
    error instanceof ContentError ? `${message}\n` : `The import failed: ${message}\n`,
  );
  process.exitCode = 1;
}
