import { parseArgs } from 'node:util';
import { createAccounts, isRole, ROLES } from './auth/accounts.ts';
import { readConfig } from './config.ts';
import { StartError } from './failure.ts';
import { toSignInLink } from './lake.ts';
import { findRunning } from './running.ts';
import { openDatabase } from './store/database.ts';

// Prints a one-time sign-in link for a person: node lake/sign-in.ts --name "Ann Example" --role editor
try {
  const { values } = parseArgs({
    options: {
      name: { type: 'string' },
      role: { type: 'string', default: 'editor' },
      origin: { type: 'string' },
    },
  });
  const { name, role } = values;
  if (name === undefined || name.trim() === '' || name.length > 100) {
    throw new StartError('Say who the link is for: --name "Ann Example".');
  }
  if (!isRole(role)) throw new StartError(`--role must be one of ${ROLES.join(', ')}.`);
  const config = readConfig(process.env);
  const { dir } = config;
  const running = findRunning(dir);
  const { projectId, port, studioOrigins } = running ?? config;
  const origin = values.origin ?? studioOrigins[0] ?? '';
  if (!studioOrigins.includes(origin)) {
    throw new StartError(
      `--origin must be one of LAKE_STUDIO_ORIGINS: ${studioOrigins.join(', ')}.`,
    );
  }
  const db = openDatabase(dir);
  const accounts = createAccounts(db, () => new Date());
  const robot = accounts.list().some((user) => user.robot && user.name === name.trim());
  if (robot) throw new StartError(`"${name}" is the name of a program. Choose another.`);
  const code = accounts.createCode(accounts.ensureUser(name.trim(), role).id, 'link');
  db.close();
  if (running === undefined) {
    process.stderr.write(
      `No lake serves ${dir} now: the link works when one does, on port ${port}. Set DATA_DIR or LAKE_PORT if that is not it.\n`,
    );
  }
  process.stdout.write(`${toSignInLink({ projectId, port, code, origin })}\n`);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
