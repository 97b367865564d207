import { describe, expect, test } from 'vitest';

import { assess } from './assess.ts';
import type { Assessing, Assessment } from './assess.ts';
import { parseCommentSettings } from './comment-settings.ts';
import { renderMarkdown } from './render-markdown.ts';
import type { SenderHistory } from './triage/facts.ts';
import { facts, submission } from './triage/comment.fixture.ts';

const assessed = (
  source: string,
  changes: Partial<Assessing> = {},
  more: { notify?: boolean } = {},
): Promise<Assessment> =>
  assess({ ...submission, source, ...more }, new Request('http://site.example/'), facts, {
    settings: () => ({ ...parseCommentSettings({ words: ['casino'] }), mode: 'open' }),
    renderer: { render: async (text) => renderMarkdown(text) },
    history: async () => undefined,
    ...changes,
  });

const firstTimers = () => parseCommentSettings({ mode: 'first-timers' });
const from = (sender: SenderHistory) =>
  assessed('Thank you.', { settings: firstTimers, history: async () => sender });

describe('assess', () => {
  test.for([
    ['I have chest p&#97;in and I cannot br&#101;athe', 'emergency'],
    ['chest pa&shy;in', 'emergency'],
    ['ch&zwnj;est pain', 'emergency'],
    ['Je ne pe&#117;x plus respirer', 'emergency'],
    ['Visit the [ca](https://a.example)sino', 'list of words'],
    ['Write to ann&#64;example.org', 'email address'],
    ['https&#58;//a.example https&#58;//b.example https&#58;//c.example and you', '3 links'],
    ['T&#101;ngo la pi&#101;rna hinchada d&#101;sd&#101; la op&#101;ración y ayuda', 'English'],
    ['> > > > &nbsp;', 'no word'],
  ] as const)('holds %o for what readers would see', async ([source, reason]) => {
    const { approved, reasons } = await assessed(source);
    expect(approved).toBeUndefined();
    expect(reasons.join(' ')).toMatch(new RegExp(reason, 'i'));
  });

  test('tells that an address is confirmed elsewhere, and its author nothing of that', async () => {
    const stranger = { verified: false, approved: 0, spam: 0 };
    const [known, unknown] = [await from({ ...stranger, elsewhere: true }), await from(stranger)];
    expect(known.elsewhere).toBe(true);
    expect(unknown).not.toHaveProperty('elsewhere');
    expect(known.notices).toEqual(unknown.notices);
  });

  test('where nothing is held, asks who somebody is only for the mail that they want', async () => {
    const stranger: SenderHistory = { verified: false, approved: 0, spam: 0, elsewhere: true };
    const by = { history: async () => stranger };
    expect(await assessed('Thank you.', by)).not.toHaveProperty('elsewhere');
    const asking = await assessed('Thank you.', by, { notify: true });
    expect(asking).toMatchObject({ approved: true, elsewhere: true });
  });

  test('names a reason once, though what was typed gives it too', async () => {
    const { reasons, emergency } = await assessed('**Chest** pain\n- I can’t br&#101;athe');
    expect(reasons).toEqual([expect.stringContaining('emergency')]);
    expect(emergency).toBe(true);
  });

  test.for([
    'Thank you &amp; all the best!',
    'It helped **me** a lot:\n- slow\n- soft',
    '`-- --`, so?',
  ])('lets %o through', async (source) => {
    expect(await assessed(source)).toMatchObject({ approved: true, reasons: [] });
  });
});
