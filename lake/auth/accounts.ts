import { createHash, randomBytes } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { integerOf, textOf } from '../store/row.ts';
import type { Row } from '../store/row.ts';

export const ROLES = ['administrator', 'editor', 'viewer'] as const;
export type Role = (typeof ROLES)[number];

export function isRole(value: unknown): value is Role {
  return ROLES.some((role) => role === value);
}

export interface User {
  id: string;
  name: string;
  role: Role;
  robot: boolean;
  createdAt: string;
}

/** What a one-time code is for: a link sent to a person, or the session a link was traded for. */
export type CodeKind = 'link' | 'session';

/** People and robots, and the secrets that stand for them. Only hashes of secrets are stored. */
export interface Accounts {
  /** The user of that name, made if needed, with that role from now on. */
  ensureUser(name: string, role: Role, robot?: boolean): User;
  find(id: string): User | undefined;
  list(): User[];
  createCode(userId: string, kind: CodeKind): string;
  /** Trades a code for its user, once. Undefined when it is unknown, used or too old. */
  useCode(code: string, kind: CodeKind): User | undefined;
  createToken(userId: string): string;
  /** Makes `token` the only one of a robot. */
  setRobotToken(userId: string, token: string): void;
  findByToken(token: string): User | undefined;
  revoke(token: string): void;
}

const HOUR = 3_600_000;
const LIFETIME: Readonly<Record<CodeKind, number>> = { link: 24 * HOUR, session: HOUR / 30 };
const TOKEN_LIFETIME = 90 * 24 * HOUR;

export function createAccounts(db: DatabaseSync, clock: () => Date): Accounts {
  const now = (): number => clock().getTime();
  const selectUser = db.prepare('SELECT * FROM users WHERE id = ?');
  const selectUsers = db.prepare('SELECT * FROM users ORDER BY created_at, id');
  const upsertUser = db.prepare(
    `INSERT INTO users (id, name, role, robot, created_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET role = excluded.role RETURNING *`,
  );
  const insertCode = db.prepare(
    'INSERT INTO sign_in_codes (hash, user_id, kind, expires_at) VALUES (?, ?, ?, ?)',
  );
  const takeCode = db.prepare(
    'DELETE FROM sign_in_codes WHERE hash = ? AND kind = ? RETURNING user_id, expires_at',
  );
  const insertToken = db.prepare(
    'INSERT OR REPLACE INTO tokens (hash, user_id, expires_at) VALUES (?, ?, ?)',
  );
  const selectByToken = db.prepare(
    `SELECT users.* FROM tokens JOIN users ON users.id = tokens.user_id
     WHERE hash = ? AND (expires_at IS NULL OR expires_at > ?)`,
  );
  const deleteToken = db.prepare('DELETE FROM tokens WHERE hash = ?');
  const deleteTokensOf = db.prepare('DELETE FROM tokens WHERE user_id = ?');
  db.prepare('DELETE FROM tokens WHERE expires_at < ?').run(now());
  db.prepare('DELETE FROM sign_in_codes WHERE expires_at < ?').run(now());

  const find = (id: string): User | undefined => {
    const row = selectUser.get(id);
    return row === undefined ? undefined : toUser(row);
  };

  return {
    find,
    ensureUser(name, role, robot = false) {
      const id = `p${secret(9)}`;
      const row = upsertUser.get(id, name, role, robot ? 1 : 0, clock().toISOString());
      return toUser(row ?? {});
    },
    list: () => selectUsers.all().map(toUser),
    createCode(userId, kind) {
      const code = secret(24);
      insertCode.run(hash(code), userId, kind, now() + LIFETIME[kind]);
      return code;
    },
    useCode(code, kind) {
      const row = takeCode.get(hash(code), kind);
      if (row === undefined || integerOf(row, 'expires_at') <= now()) return undefined;
      return find(textOf(row, 'user_id'));
    },
    createToken(userId) {
      const token = `lk${secret(32)}`;
      insertToken.run(hash(token), userId, now() + TOKEN_LIFETIME);
      return token;
    },
    setRobotToken(userId, token) {
      deleteTokensOf.run(userId);
      insertToken.run(hash(token), userId, null);
    },
    findByToken(token) {
      const row = selectByToken.get(hash(token), now());
      return row === undefined ? undefined : toUser(row);
    },
    revoke: (token) => void deleteToken.run(hash(token)),
  };
}

function toUser(row: Row): User {
  const role = row['role'];
  return {
    id: textOf(row, 'id'),
    name: textOf(row, 'name'),
    role: isRole(role) ? role : 'viewer',
    robot: row['robot'] === 1,
    createdAt: textOf(row, 'created_at'),
  };
}

function secret(bytes: number): string {
  return randomBytes(bytes).toString('base64url').replaceAll(/[-_]/g, 'x');
}

function hash(value: string): string {
  return createHash('sha256').update(value).digest('hex');
}
