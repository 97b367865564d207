import { toPlainBlocks } from '../../site/comments/plain-text.ts';
import type { ReaderPage } from '../../site/text/reader-page.ts';

type Yours = Extract<ReaderPage, { kind: 'yours' }>;

const ARTICLE = 'article-benefits';
const TEXT = 'My leg swells after a long day.';
const UNTIL = '2026-11-21T14:32:00Z';

const comment = {
  name: 'A reader <b>',
  website: 'https://example.org/',
  body: toPlainBlocks(TEXT),
  submittedAt: '2026-11-21T14:17:00Z',
};

const mend: Extract<ReaderPage, { kind: 'mend' }> = {
  kind: 'mend',
  articleId: ARTICLE,
  parentId: undefined,
  values: { comment: TEXT, name: '', email: 'ann@', website: '' },
  notify: false,
  ticket: 't',
  errors: [
    { field: 'name', message: 'The name is empty. Write the name to show with your comment.' },
    { field: 'email', message: 'This does not look like an email address.' },
  ],
};

const yours: Yours = {
  kind: 'yours',
  articleId: ARTICLE,
  state: 'held',
  comment,
  notices: ['It tells of your health.'],
  emergency: false,
  address: '/api/comments/yours/t',
  edit: { source: TEXT, until: UNTIL },
};

const choice = { label: 'Approve', action: 'approve' };

/** One of each kind of page made for one reader, and of each state it may be in. */
export const READER_PAGES: Readonly<Record<string, ReaderPage>> = {
  mend,
  wait: { ...mend, errors: [{ field: 'form', message: 'Wait a minute, then send it again.' }] },
  preview: {
    kind: 'preview',
    form: { articleId: ARTICLE, parentId: undefined, values: {}, notify: false, ticket: 't' },
    comment,
    emergency: true,
  },
  held: yours,
  emergency: { ...yours, emergency: true, changed: true },
  wrongly: { ...yours, edit: { source: '', until: UNTIL, error: 'The comment is empty.' } },
  public: { ...yours, state: 'public', href: '/benefits/benefits/#comment-c', edit: undefined },
  deleted: { ...yours, state: 'deleted', comment: undefined, edit: undefined },
  unsaved: {
    ...yours,
    state: 'deleted',
    comment: undefined,
    edit: undefined,
    unsaved: { why: 'The comment was deleted before.', source: TEXT },
  },
  away: {
    ...yours,
    state: 'away',
    comment: undefined,
    notices: ['Your comment is not deleted yet.'],
    edit: undefined,
    unsaved: { why: 'The fifteen minutes are over.', source: TEXT },
  },
  gone: { ...yours, state: 'gone', comment: undefined, edit: undefined },
  message: {
    kind: 'message',
    title: 'Your address is confirmed',
    paragraphs: ['We write to you when your comment is public.'],
    link: { href: '/', label: 'Go to the home page' },
  },
  ask: {
    kind: 'ask',
    title: 'Approve this comment?',
    paragraphs: ['It will be public at once.'],
    comment,
    fields: [{ name: 'email', label: 'Email', type: 'email', error: 'Write an address.' }],
    choices: [choice, { label: 'Spam', action: 'spam', tone: 'danger' }],
  },
};
