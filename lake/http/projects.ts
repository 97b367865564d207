import type { Hono } from 'hono';
import { plainFailure } from '../failure.ts';
import { ROLES } from '../auth/accounts.ts';
import { findUser, requireUser } from './context.ts';
import type { Services } from './context.ts';
import { toRole } from './users.ts';

/** What the Studio asks about its project. Unanswered, each of these costs a retry or an error toast. */
export function addProjectRoutes(app: Hono, services: Services): void {
  const { accounts, projectId, dataset } = services;

  const project = (request: Request): Record<string, unknown> => {
    const me = requireUser(services, request);
    return {
      id: projectId,
      displayName: projectId,
      organizationId: 'local',
      studioHost: null,
      isBlocked: false,
      isDisabled: false,
      isDisabledByUser: false,
      activityFeedEnabled: false,
      createdAt: me.createdAt,
      features: [],
      metadata: {},
      members: accounts.list().map((user) => ({
        id: user.id,
        createdAt: user.createdAt,
        isCurrentUser: user.id === me.id,
        isRobot: user.robot,
        role: user.role,
        roles: [toRole(user.role)],
      })),
    };
  };

  app.get('/:version/projects', (c) => c.json([project(c.req.raw)]));
  app.get('/:version/projects/:project', (c) => {
    if (c.req.param('project') !== projectId) throw plainFailure(404, 'Project not found');
    return c.json(project(c.req.raw));
  });

  app.get('/:version/projects/:project/grants', (c) => {
    const user = requireUser(services, c.req.raw);
    const mode = user.role === 'viewer' ? 'read' : 'publish';
    return c.json({
      'sanity.document.filter.mode': [{ name: mode, params: { mode } }],
      'sanity.project.members': [{ grants: [{ name: 'read' }] }],
      'sanity.project': [{ grants: [{ name: 'read' }] }],
    });
  });

  app.get('/:version/projects/:project/datasets/:dataset/acl', (c) => {
    const user = findUser(services, c.req.raw);
    const read = ['read', 'history'];
    const write = ['create', 'update', 'editHistory', 'manage'];
    // path("*") would hide ids with dots in them and make them read-only in the Studio.
    const filter = user === undefined ? '_id in path("*")' : '_id in path("**")';
    const writes = user !== undefined && user.role !== 'viewer';
    return c.json([{ filter, permissions: writes ? [...read, ...write] : read }]);
  });

  const datasets = [{ name: dataset, aclMode: 'public', tags: [], features: [] }];
  // Asked by profile it looks for a dataset of the Studio's own comments; there is none.
  app.get('/:version/projects/:project/datasets', (c) =>
    c.json(c.req.query('datasetProfile') === undefined ? datasets : []),
  );
  app.get('/:version/projects/:project/datasets/:dataset', (c) => c.json(datasets[0]));
  app.get('/:version/datasets', (c) => c.json(datasets));

  app.get('/:version/projects/:project/roles', (c) => c.json(ROLES.map(toRole)));
  for (const path of [
    '/access/requests/me',
    '/features',
    '/projects/:project/features',
    '/projects/:project/user-applications',
    '/user-applications',
    '/projects/:project/tags',
  ]) {
    app.get(`/:version${path}`, (c) => c.json([]));
  }
  app.get('/:version/ping', (c) => c.text('pong', 200, { 'x-sanity-shard': 'local' }));
  app.get('/:version/help', (c) => c.json({}));
  app.get('/:version/journey/*', (c) => c.json([]));
  app.get('/:version/schedules/*', (c) => c.json({ schedules: [] }));
  app.get('/:version/intake/telemetry-status', (c) => c.json({ status: 'denied' }));
  app.post('/:version/intake/*', (c) => c.json({}));

  // What the Studio would ask Sanity's own servers about newer releases; ours knows of none.
  app.get('/v1/modules/*', (c) =>
    c.json({ packageVersion: '0.0.0', latest: '0.0.0', deprecated: [] }),
  );
}
