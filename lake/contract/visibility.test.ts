import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLab } from './lab.ts';
import type { Lab } from './lab.ts';

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
  const to = { _type: 'reference', _ref: 'open' };
  await lab.client
    .transaction()
    .create({
      _id: 'open',
      _type: 'note',
      title: 'Open',
      hidden: { _type: 'reference', _ref: 'private.comment.x', _weak: true },
    })
    .create({
      _id: 'private.comment.x',
      _type: 'note',
      title: 'Secret',
      email: 'ann@example.org',
      to,
    })
    .create({ _id: 'drafts.y', _type: 'note', title: 'Secret', slug: { current: 'secret' }, to })
    .commit();
});
afterAll(() => lab.end());

describe('what a reader without a token can learn of dotted ids', () => {
  test.for([
    ['*', 1],
    ['*[_id == "drafts.y"]', 0],
    ['*[_id in ["private.comment.x", "drafts.y"]]', 0],
    ['*[_id in path("**")]', 1],
    ['*[_type == "note"]', 1],
    ['*[slug.current == "secret"]', 0],
    ['*[references("open")]', 0],
    ['*[sanity::versionOf("y")]', 0],
    ['*[@ match text::query("secret")]', 0],
    ['*[title match "Secret"]', 0],
    ['*[string::startsWith(_id, "private")]', 0],
    ['*[_type == "note"] | order(email desc)', 1],
    ['*[defined(email)]', 0],
    ['*[_id == "open" && count(*[references(^._id)]) > 0]', 0],
    ['*[_id == "open" && defined(hidden->title)]', 0],
  ] as const)('%s gives %i', async ([query, count]) => {
    for (const perspective of ['raw', 'published', 'drafts'] as const) {
      const found = await lab.stranger.fetch<unknown[]>(query, {}, { perspective });
      expect(found).toHaveLength(count);
    }
  });

  test('the same doors are open to somebody with a token', async () => {
    const raw = { perspective: 'raw' } as const;
    expect(await lab.client.fetch('count(*[references("open")])', {}, raw)).toBe(2);
    expect(await lab.client.fetch('*[_id == "open"][0].hidden->email', {}, raw)).toBe(
      'ann@example.org',
    );
  });

  test.for(['/data/doc/production/drafts.y,private.comment.x', '/data/export/production'])(
    'GET %s tells nothing',
    async (path) => {
      const response = await fetch(`${lab.lake.url}/v2026-05-01${path}`);
      expect(response.status).toBe(200);
      expect(await response.text()).not.toMatch(/Secret|ann@example|"_id":"(?!open")/);
    },
  );

  test.for(['transactions/open', 'documents/open?lastRevision=true', 'events/documents/open'])(
    'history is closed: %s',
    async (path) => {
      const response = await fetch(`${lab.lake.url}/v2026-05-01/data/history/production/${path}`);
      expect(response.status).toBe(401);
    },
  );

  test('writing needs a token', async () => {
    await expect(lab.stranger.create({ _type: 'note' })).rejects.toMatchObject({ statusCode: 401 });
  });
});

describe('a token that is not good', () => {
  test.for([
    '/data/query/production?query=*',
    '/data/doc/production/open',
    '/data/listen/production?query=*',
    '/users/me',
  ])('%s answers 401', async (path) => {
    const response = await lab.request(path, { headers: { authorization: 'Bearer wrong' } });
    expect(response.status).toBe(401);
    expect(await response.json()).toMatchObject({ statusCode: 401, errorCode: 'SIO-401-ANF' });
  });
});
