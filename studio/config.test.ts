import { createClient } from '@sanity/client';
import { createWorkspaceFromConfig, validateDocument } from 'sanity';
import type { SanityDocument } from 'sanity';
import { beforeAll, describe, expect, test } from 'vitest';

import { createStudioConfig } from './config.ts';

const settings = {
  projectId: 'lymphwise',
  dataset: 'production',
  apiHost: 'http://localhost:3999',
  previewUrl: 'http://localhost:4321',
};

const CREDENTIALS: Readonly<Record<string, string>> = { 'person-ann': 'MSc, RN' };

/** Answers the two questions that validation asks: is this slug free, and what are a person's credentials. */
const answer: typeof fetch = async (input) => {
  const { searchParams } = new URL(String(input));
  const id = JSON.parse(searchParams.get('$id') ?? 'null');
  const asksPerson = searchParams.get('query')?.includes('credentials');
  return Response.json({ result: asksPerson ? (CREDENTIALS[id] ?? null) : true });
};

const client = createClient({
  projectId: 'lymphwise',
  dataset: 'production',
  apiVersion: '2026-05-01',
  useCdn: false,
  resolveFetch: () => answer,
});

const currentUser = { id: 'ann', name: 'Ann', email: '', role: 'editor', roles: [] };
let workspace: Awaited<ReturnType<typeof createWorkspaceFromConfig>>;

beforeAll(async () => {
  workspace = await createWorkspaceFromConfig({
    ...createStudioConfig(settings),
    currentUser,
    getClient: () => client,
  });
});

const system = { _createdAt: '2026-11-21', _updatedAt: '2026-11-21', _rev: 'r1' };
const toRef = (_ref: string) => ({ _type: 'reference', _key: _ref, _ref });
const block = (style: string) => ({
  _type: 'block',
  _key: style,
  style,
  children: [{ _type: 'span', _key: 's', text: 'Text', marks: [] }],
  markDefs: [],
});

const picture = { _type: 'figure', asset: { _type: 'reference', _ref: 'image-a1-10x10-png' } };

const article: SanityDocument = {
  ...system,
  _id: 'article-swelling',
  _type: 'article',
  title: 'What massage does for swelling',
  slug: { _type: 'slug', current: 'swelling' },
  section: 'benefits',
  summary: 'Swelling after surgery often eases by itself; massage may help a little.',
  keyMessages: ['It may help a little.', 'Compression matters more.'],
  heroImage: { ...picture, alt: 'An arm with its lymph vessels' },
  body: [block('normal'), block('h2'), block('h3')],
  authors: [toRef('person-lymphwise')],
  publishedAt: '2026-11-01T09:00:00Z',
  commentsOpen: true,
};

const claim: SanityDocument = {
  ...system,
  _id: 'claim-swelling',
  _type: 'claim',
  statement: 'It reduces swelling',
  status: 'A little, in some people.',
  grade: 'moderate',
  topic: 'swelling',
  citations: [{ _type: 'citation', _key: 'c', source: toRef('source-ezzo-2015') }],
  checkedAt: '2026-10-03',
  order: 10,
};

const redirect: SanityDocument = {
  ...system,
  _id: 'redirect-old',
  _type: 'redirect',
  from: '/old/',
  to: '/benefits/new/',
  permanent: true,
};

const commentSettings: SanityDocument = {
  ...system,
  _id: 'private.commentSettings',
  _type: 'commentSettings',
  mode: 'first-timers',
  words: ['miracle'],
  notify: ['ann@example.org'],
};

/** Each problem as “error title” or “warning body”: its level and the field it is shown at. */
async function problemsOf(document: SanityDocument): Promise<readonly string[]> {
  const markers = await validateDocument({
    document,
    workspace,
    getClient: () => client,
    getDocumentExists: async () => true,
    environment: 'studio',
  });
  return markers.map(({ level, path }) => `${level} ${String(path[0])}`);
}

const review = {
  reviewer: toRef('person-ann'),
  reviewedAt: '2026-10-01',
  nextReviewAt: '2027-10-01',
};
const callout = {
  _type: 'callout',
  _key: 'c',
  tone: 'care',
  urgency: 'same-day',
  title: 'Hot, red skin',
  body: [block('normal')],
};

describe('createStudioConfig', () => {
  test.for([article, claim, redirect, commentSettings, { ...article, medicalReview: review }])(
    'accepts a sound $_type',
    async (document) => {
      expect(await problemsOf(document)).toEqual([]);
    },
  );

  test.for([
    [article, { title: undefined }, 'error title'],
    [article, { title: 'It cures swelling' }, 'warning title'],
    [article, { slug: { _type: 'slug', current: 'page' } }, 'error slug'],
    [article, { keyMessages: ['One only.'] }, 'error keyMessages'],
    [article, { heroImage: picture }, 'error heroImage'],
    [article, { heroImage: { _type: 'figure', alt: 'Lost' } }, 'error heroImage'],
    [article, { body: [block('h3'), block('h2')] }, 'warning body'],
    [article, { body: [{ _type: 'figure', _key: 'f', alt: 'Lost' }] }, 'error body'],
    [article, { body: [{ ...callout, urgency: undefined }] }, 'error body'],
    [article, { authors: [] }, 'error authors'],
    [article, { medicalReview: { reviewedAt: '2026-10-01' } }, 'error medicalReview'],
    [
      article,
      { medicalReview: { ...review, reviewer: toRef('person-bo') } },
      'error medicalReview',
    ],
    [claim, { citations: [] }, 'error citations'],
    [claim, { checkedAt: '2999-01-01' }, 'error checkedAt'],
    [redirect, { from: 'old' }, 'error from'],
    [redirect, { to: '/old/' }, 'error to'],
    [commentSettings, { words: ['twice', 'twice'] }, 'error words'],
    [commentSettings, { maxLinks: -1 }, 'error maxLinks'],
    [commentSettings, { perMinute: 1.5 }, 'error perMinute'],
    [commentSettings, { notify: ['ann'] }, 'error notify'],
    [commentSettings, { keepMonths: 0 }, 'error keepMonths'],
  ] as const)('%o changed by %o gives %s', async ([document, change, problem]) => {
    expect(await problemsOf({ ...document, ...change })).toContain(problem);
  });

  test('accepts a claim without sources when its grade is none', async () => {
    expect(await problemsOf({ ...claim, grade: 'none', citations: undefined })).toEqual([]);
  });

  test('begins settings from their initial values, and no comments', () => {
    const begun = workspace.templates.map(({ schemaType }) => schemaType);
    expect(begun).toContain('commentSettings');
    expect(begun).not.toContain('comment');
    expect(begun).not.toContain('privateComment');
  });

  test('offers the desk and the Comments tool', () => {
    expect(workspace.tools.map(({ title }) => title)).toEqual(['Content', 'Comments']);
  });
});
