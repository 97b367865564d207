import { buildStudio } from '../../studio/build.ts';

// What build-studio.ts runs: builds the Studio into the folder it is given.
const [outDir] = process.argv.slice(2);
if (outDir === undefined) throw new Error('Name the folder to build into.');
// Whoever asked for it has gone.
process.once('disconnect', () => process.exit(1));

const log = (line: string): void => void process.stdout.write(`${line}\n`);
try {
  await buildStudio({ outDir, log });
  process.exit(0);
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
