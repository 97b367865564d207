import { describe, expect, test } from 'vitest';
import { hashOfPages, readSources, serverFiles, type Sources } from './sources.ts';

const sources: Sources = new Map([
  ['site/components/Form.astro', "<script>import '../comments/browser/form.ts';</script>"],
  ['site/comments/browser/form.ts', "import { words } from '../words.ts';"],
  ['site/comments/words.ts', 'export const words = 1;'],
  ['site/comments/outbox.ts', "import type { Doc } from '../cms/doc.ts';"],
  ['site/cms/doc.ts', 'export interface Doc {}'],
  ['site/cms/order.ts', 'export const order = 1;'],
  ['site/styles/site.css', 'a{}'],
  [
    'site/server.ts',
    "import { outbox } from './comments/outbox.ts';\nexport { order } from './cms/order.ts';\nnew Worker(new URL('./serve/worker.ts', import.meta.url));",
  ],
  ['site/serve/worker.ts', ''],
]);
const changed = (name: string): Sources =>
  new Map([...sources].map(([each, text]) => [each, each === name ? `${text} ` : text]));

describe('hashOfPages', () => {
  test.for([
    'site/components/Form.astro',
    'site/comments/browser/form.ts',
    'site/comments/words.ts',
    'site/cms/doc.ts',
    'site/styles/site.css',
  ])('is another when %s changes', (name) => {
    expect(hashOfPages(changed(name))).not.toBe(hashOfPages(sources));
  });

  test.for(['site/server.ts', 'site/comments/outbox.ts', 'site/serve/worker.ts'])(
    'is the same when %s changes, which no page names',
    (name) => {
      expect(hashOfPages(changed(name))).toBe(hashOfPages(sources));
    },
  );
});

describe('serverFiles', () => {
  test('what the server names, in one step or more, but for types', () => {
    expect([...serverFiles(sources)].toSorted()).toEqual([
      'site/cms/order.ts',
      'site/comments/outbox.ts',
      'site/serve/worker.ts',
      'site/server.ts',
    ]);
  });
});

describe('readSources', () => {
  test('reads what there is, without tests', () => {
    const names = [...readSources().keys()];
    expect(names).toContain('site/pages/index.astro');
    expect(names).toContain('content/pages/about.mdx');
    expect(names.filter((name) => name.endsWith('.test.ts'))).toEqual([]);
    expect(serverFiles(readSources())).toContain('site/serve/send.ts');
  });
});
