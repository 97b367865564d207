import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const fileIn = (dataDir: string): string => join(dataDir, 'robot-token');

/** The token by which the site writes to the embedded lake, where its data folder has one. */
export function findRobotToken(dataDir: string): string | undefined {
  const file = fileIn(dataDir);
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : undefined;
}

/** The same, made where there is none: readable by its owner only. */
export function ensureRobotToken(dataDir: string): string {
  const known = findRobotToken(dataDir);
  if (known !== undefined) return known;
  mkdirSync(dataDir, { recursive: true });
  const token = `robot-${randomBytes(32).toString('base64url')}`;
  writeFileSync(fileIn(dataDir), `${token}\n`, { mode: 0o600 });
  return token;
}
