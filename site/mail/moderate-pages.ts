import { heldCommentShape } from '../comments/held-comment.ts';
import { toPlainBlocks } from '../comments/plain-text.ts';
import type { ReaderPage, ShownComment } from '../text/reader-page.ts';
import type { MailSite } from './mail-site.ts';
import type { CommentVersions, StoredComment } from './mail-store.ts';
import { toQuotedText } from './quoted-text.ts';

export type Verdict = 'approve' | 'spam';

type Site = Pick<MailSite, 'pageTitle' | 'commentUrl' | 'studioUrl'>;

/**
 * What became of a comment; undefined while it waits.
 *
 * @param done the verdict that has just been carried out, if one was
 */
export function toSettledPage(
  { draft, published }: CommentVersions,
  done: Verdict | undefined,
  site: Site,
): ReaderPage | undefined {
  if (published !== undefined) {
    const href = site.commentUrl(published._id, published.article._ref);
    const link = { href, label: 'See it on the page' };
    return done === 'approve'
      ? message('Approved', 'The comment is public within a moment.', link)
      : message(
          'It is public already',
          'The comment was approved before. Nothing has changed.',
          link,
        );
  }
  if (draft === undefined) {
    return message('It is gone', 'The comment has been deleted. There is nothing to decide.');
  }
  const inStudio =
    site.studioUrl === undefined
      ? undefined
      : { href: site.studioUrl, label: 'To the comments in the Studio' };
  if (draft.moderation === 'spam') {
    return done === 'spam'
      ? message('Marked as spam', 'Nobody sees it, and it is deleted after a while.')
      : message(
          'It is in spam already',
          'Somebody marked it before. Nothing has changed.',
          inStudio,
        );
  }
  return draft.moderation
    ? message('It is in the trash', 'Somebody put it away before. Nothing has changed.', inStudio)
    : undefined;
}

/** @param hasChanged the text is another than the one that was decided on */
export function toModerateQuestion(
  verdict: Verdict,
  { draft }: CommentVersions,
  hasChanged: boolean,
  site: Site,
): ReaderPage {
  if (draft === undefined) throw new Error('Only a comment that waits can be decided on.');
  const pageTitle = site.pageTitle(draft.article._ref);
  const { reasons } = draft;
  return {
    kind: 'ask',
    title: verdict === 'approve' ? 'Approve this comment?' : 'Mark this comment as spam?',
    paragraphs: [
      ...(hasChanged ? ['It has changed meanwhile, so nothing was done. Read it again.'] : []),
      ...(pageTitle === undefined ? [] : [`It is about “${pageTitle}”.`]),
      ...(reasons.length === 0 ? [] : [`Why it is held: ${reasons.join('; ')}.`]),
    ],
    comment: toShown(draft),
    choices: [
      verdict === 'approve'
        ? { label: 'Approve it', action: `approve:${draft._rev}` }
        : { label: 'Mark it as spam', action: `spam:${draft._rev}`, tone: 'danger' },
    ],
  };
}

const bodyShape = heldCommentShape.shape.body;

function toShown({ name, website, body, submittedAt }: StoredComment): ShownComment {
  return {
    name,
    ...(website && { website }),
    // No words may be missing from what is decided on.
    body: bodyShape.safeParse(body).data ?? toPlainBlocks(toQuotedText(body, Infinity)),
    submittedAt,
  };
}

function message(
  title: string,
  paragraph: string,
  link?: { href: string; label: string },
): ReaderPage {
  return { kind: 'message', title, paragraphs: [paragraph], ...(link && { link }) };
}
