import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { anArticle, thePublisher, theSettings } from '../../tests/fixtures/documents.ts';
import { temporaryFolder } from '../../tests/fixtures/temporary-folder.ts';
import { Catalogue } from '../cms/catalogue.ts';
import { areCommentsOpen } from '../text/comments-open.ts';
import type { CompiledSite } from './compiled-site.ts';
import { fileOf } from './files.ts';
import { startLiveSite } from './live-site.ts';
import { writePaths } from './publisher.ts';

const START = Date.parse('2026-06-01T00:00:00Z');
const SOON_MS = 150;

/** Pages that say whether the comments of the article at their address are open. */
function openOrNot(): CompiledSite {
  let shown: Catalogue | undefined;
  return {
    installCatalogue: (catalogue) => {
      shown = catalogue;
    },
    render: async (path) => {
      const article = shown?.article('benefits', path.split('/')[2] ?? '');
      const open =
        article && shown && areCommentsOpen(article, shown.all('settings')[0], shown.now);
      return new Response(open === undefined ? null : open ? 'open' : 'closed', {
        status: open === undefined ? 404 : 200,
      });
    },
  };
}

describe('startLiveSite', () => {
  test('writes a page anew when its comments close, though nobody changed anything', async () => {
    const dir = temporaryFolder();
    const publishedAt = new Date(START + SOON_MS - 7 * 86_400_000).toISOString();
    const documents = [
      { ...theSettings(), commentsCloseAfterDays: 7 },
      thePublisher(),
      anArticle('a', { publishedAt }),
    ];
    const catalogue = new Catalogue(documents, new Date(START));
    const publisher = { catalogue, dir, site: openOrNot() };
    await writePaths(publisher, ['/benefits/a/']);
    const read = () => readFileSync(fileOf(dir, '/benefits/a/'), 'utf8');
    expect(read()).toBe('open');

    const began = performance.now();
    const site = startLiveSite({
      ...publisher,
      source: {
        fetchRevisions: async () => new Map(documents.map(({ _id, _rev }) => [_id, _rev])),
        fetchSome: async () => [],
        fetchPulse: async () => ({ count: 0, newest: null }),
        rejected: new Map(),
        follow: (follower) => {
          follower.onGap();
          return { stop: () => undefined };
        },
      },
      now: () => new Date(START + performance.now() - began),
      onError: (message) => expect.unreachable(message),
    });
    onTestFinished(() => site.stop());
    await expect.poll(read).toBe('closed');
  });
});
