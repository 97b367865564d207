import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { Bench } from './bench.ts';
import { ratiosOf } from './compare.ts';
import { comments } from './comments.ts';
import { generate } from './generate.ts';
import { parts } from './parts.ts';
import { publish } from './publish.ts';
import { serve } from './serve.ts';

const BENCHES: Readonly<Record<string, Bench>> = { comments, generate, parts, publish, serve };
const USAGE = `npm run bench -- ${Object.keys(BENCHES).join('|')} [--articles N] [--json] [--against FILE]`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    articles: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
    against: { type: 'string' },
  },
});
const [name = ''] = positionals;
const bench = BENCHES[name];
const articles = Number(values.articles);
const complain = (line: string): void => void process.stderr.write(`${line}\n`);

if (bench === undefined || !Number.isInteger(articles) || articles < 1) {
  complain(`Usage: ${USAGE}`);
  process.exitCode = 2;
} else {
  const at = new Date().toISOString();
  const progress = (line: string): void => complain(`${name}: ${line}`);
  const figures = {
    name,
    at,
    cpus: cpus().length,
    node: process.version,
    ...(await bench({ articles, progress })),
  };
  if (values.against !== undefined) {
    const earlier: unknown = JSON.parse(readFileSync(values.against, 'utf8'));
    complain(JSON.stringify(ratiosOf(figures, earlier), null, 2));
  }
  process.stdout.write(`${JSON.stringify(figures, null, values.json ? 0 : 2)}\n`);
}
