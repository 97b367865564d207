import type { Hono } from 'hono';
import type { Role, User } from '../auth/accounts.ts';
import { plainFailure } from '../failure.ts';
import { isObject } from '../json.ts';
import { readJson } from './body.ts';
import { findUser, requireUser } from './context.ts';
import type { Services } from './context.ts';
import { loginPage } from './login-page.ts';

/** Signing in and out, who one is, who the others are, and each person's settings. */
export function addUserRoutes(app: Hono, services: Services): void {
  const { accounts, keyValues, studioOrigins } = services;

  app.get('/:version/auth/providers', (c) =>
    c.json({
      providers: [{ name: 'link', title: 'Sign-in link', url: `${services.url()}/v1/auth/login` }],
      thirdPartyLogin: false,
      sso: { saml: false },
    }),
  );

  app.get('/:version/auth/login', (c) => loginPage(c.req.query('origin'), studioOrigins));

  // A link preview or a HEAD request must not use the link up.
  app.get('/:version/auth/sign-in/:code', (c) => {
    if (c.req.method === 'HEAD') throw plainFailure(405, 'A sign-in link is opened with GET.');
    const origin = c.req.query('origin') ?? studioOrigins[0] ?? '';
    if (!studioOrigins.includes(origin)) {
      const notice = 'That address is no Studio of this server. List it in LAKE_STUDIO_ORIGINS.';
      return loginPage(undefined, studioOrigins, { status: 403, notice });
    }
    const user = accounts.useCode(c.req.param('code'), 'link');
    if (user === undefined) {
      const notice = 'This link was used already or is too old. Ask for a new one.';
      return loginPage(origin, studioOrigins, { status: 401, notice });
    }
    const sid = accounts.createCode(user.id, 'session');
    return new Response(null, {
      status: 302,
      headers: {
        location: `${origin}#sid=${sid}`,
        'cache-control': 'no-store',
        'referrer-policy': 'no-referrer',
      },
    });
  });

  app.get('/:version/auth/fetch', (c) => {
    const user = accounts.useCode(c.req.query('sid') ?? '', 'session');
    if (user === undefined)
      throw plainFailure(401, 'Unauthorized - Session not found', 'SIO-401-ANF');
    c.header('cache-control', 'no-store');
    return c.json({ token: accounts.createToken(user.id), label: user.name });
  });

  app.post('/:version/auth/logout', (c) => {
    const token = /^Bearer\s+(\S+)$/i.exec(c.req.header('authorization') ?? '')?.[1];
    if (token !== undefined) accounts.revoke(token);
    return c.body(null, 204);
  });

  app.get('/:version/auth/id', (c) => c.json({ id: requireUser(services, c.req.raw).id }));

  app.get('/:version/check/cors', (c) => {
    const origin = c.req.header('origin');
    const allowed = origin !== undefined && studioOrigins.includes(origin);
    return c.json({ result: { allowed, withCredentials: allowed } });
  });

  app.get('/:version/users/me', (c) => {
    const user = requireUser(services, c.req.raw);
    return c.json(toCurrentUser(user));
  });

  app.get('/:version/users/me/keyvalue/:keys', (c) => {
    const user = requireUser(services, c.req.raw);
    return c.json(keyValues.get(user.id, c.req.param('keys').split(',')));
  });

  app.on(
    ['PUT', 'POST'],
    ['/:version/users/me/keyvalue', '/:version/users/me/keyvalue/:key'],
    async (c) => {
      const user = requireUser(services, c.req.raw);
      const body = await readJson(c.req.raw);
      const entries: unknown[] = Array.isArray(body) ? body : [body];
      const pairs = entries.flatMap((entry) =>
        isObject(entry) && typeof entry['key'] === 'string'
          ? [{ key: entry['key'], value: entry['value'] ?? null }]
          : [],
      );
      for (const { key, value } of pairs) keyValues.set(user.id, key, value);
      return c.json(pairs);
    },
  );

  app.get('/:version/users/:ids', (c) => {
    const me = requireUser(services, c.req.raw);
    const ids = c.req.param('ids').split(',');
    const found = ids.flatMap((id) => accounts.find(id) ?? []).map((user) => toMember(user, me));
    if (ids.length > 1) return c.json(found);
    if (found[0] === undefined) throw plainFailure(404, 'User not found');
    return c.json(found[0]);
  });

  app.get('/:version/projects/:project/users/:ids', (c) => {
    const me = requireUser(services, c.req.raw);
    const ids = c.req.param('ids').split(',');
    return c.json(ids.flatMap((id) => accounts.find(id) ?? []).map((user) => toMember(user, me)));
  });

  app.get('/:version/projects/:project/members', (c) => {
    const me = findUser(services, c.req.raw);
    return c.json(me === undefined ? [] : accounts.list().map((user) => toMember(user, me)));
  });
}

const TITLES = { administrator: 'Administrator', editor: 'Editor', viewer: 'Viewer' } as const;

/** A role as the Studio reads it. */
export function toRole(role: Role): { name: string; title: string; description: string } {
  return { name: role, title: TITLES[role], description: '' };
}

function toCurrentUser(user: User): Record<string, unknown> {
  return {
    id: user.id,
    name: user.name,
    email: '',
    profileImage: null,
    provider: 'link',
    role: user.role,
    roles: [toRole(user.role)],
  };
}

function toMember(user: User, me: User): Record<string, unknown> {
  return {
    id: user.id,
    projectUserId: user.id,
    sanityUserId: user.id,
    displayName: user.name,
    imageUrl: null,
    email: '',
    provider: 'link',
    createdAt: user.createdAt,
    isCurrentUser: user.id === me.id,
    isRobot: user.robot,
    role: user.role,
    roles: [toRole(user.role)],
  };
}
