import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

import { runTypegenGenerate } from '@sanity/codegen';

import cliConfig from '../sanity.cli.ts';

const { typegen } = cliConfig;
if (typegen?.schema === undefined || typegen.generates === undefined) {
  throw new Error('sanity.cli.ts says neither typegen.schema nor typegen.generates. Name both.');
}

/** Makes what `npm run typegen` writes in a folder of its own, and compares. */
const folder = await mkdtemp(join(tmpdir(), 'lymphwise-types-'));
try {
  // The CLI takes the path from the working directory, even an absolute one.
  const schema = join(folder, 'schema.json');
  const path = relative(process.cwd(), schema);
  const options = ['schema', 'extract', '--enforce-required-fields', '--path', path];
  const types = join(folder, 'sanity.types.ts');
  await Promise.all([
    promisify(execFile)('sanity', options),
    // From the committed schema: its path is part of what is generated.
    runTypegenGenerate({
      config: { formatGeneratedCode: true, ...typegen, generates: types },
      workDir: process.cwd(),
    }),
  ]);
  await compare(typegen.schema, schema, 'the schema of the Studio');
  await compare(typegen.generates, types, 'the schema and queries');
} finally {
  await rm(folder, { recursive: true });
}

async function compare(committed: string, fresh: string, source: string): Promise<void> {
  const [before, after] = await Promise.all([readFile(committed, 'utf8'), readFile(fresh, 'utf8')]);
  if (before === after) return;
  process.stdout.write(`${committed} is out of date with ${source}. Run npm run typegen.\n`);
  process.exitCode = 1;
}
