import { COMMENT_MODES, titleOf } from '../../schema/choices.ts';
import { COMMENT_DEFAULTS } from '../../schema/comment-defaults.ts';
import { fieldOf } from '../comment.ts';

/** One thing that is set, in words. */
export interface SummaryLine {
  readonly title: string;
  readonly text: string;
}

/** The documents that say how comments are taken. Parameters: `$id`, `$draftId`. */
export const setupQuery = `{
  "comments": *[_id == $id][0],
  "site": *[_id == "settings"][0]{commentsCloseAfterDays},
  "unpublished": defined(*[_id == $draftId][0]._id)
}`;

function countOf(document: unknown, field: string): number {
  const list = fieldOf(document, field);
  return Array.isArray(list) ? list.length : 0;
}

function numberOf(document: unknown, field: string): number | undefined {
  const value = fieldOf(document, field);
  return typeof value === 'number' ? value : undefined;
}

/** “1 word”, “3 words”. */
function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/**
 * Says what the comment settings and the settings of the site make of comments.
 *
 * @param comments the document of the comment settings, or nothing
 * @param site the settings of the site, or nothing
 */
export function toSummary(comments: unknown, site: unknown): readonly SummaryLine[] {
  const set = (field: keyof typeof COMMENT_DEFAULTS & keyof Limits): number =>
    numberOf(comments, field) ?? COMMENT_DEFAULTS[field];
  const days = numberOf(site, 'commentsCloseAfterDays');
  const words = countOf(comments, 'words');
  const moderators = countOf(comments, 'notify');
  const months = numberOf(comments, 'keepMonths');
  return [
    {
      title: 'Which comments wait',
      text: titleOf(COMMENT_MODES, fieldOf(comments, 'mode') ?? COMMENT_DEFAULTS.mode),
    },
    {
      title: 'When comments close',
      text:
        days === undefined
          ? 'They stay open, except where a page says otherwise'
          : `${plural(days, 'day')} after a page is published`,
    },
    {
      title: 'Words that hold a comment',
      text: words === 0 ? 'None are listed' : `${plural(words, 'word is', 'words are')} listed`,
    },
    { title: 'Links', text: `More than ${plural(set('maxLinks'), 'link')} hold a comment` },
    {
      title: 'How many are taken',
      text: `From one network ${set('perMinute')} a minute and ${set('perDay')} a day, from one address ${set('perEmailPerDay')} a day, from everybody ${set('overallPerMinute')} a minute`,
    },
    {
      title: 'Work for browsers',
      text: fieldOf(comments, 'proofOfWork') === true ? 'About a second before they send' : 'None',
    },
    {
      title: 'Mail about comments that wait',
      text: moderators === 0 ? 'To nobody' : `To ${plural(moderators, 'address', 'addresses')}`,
    },
    {
      title: 'Addresses of commenters',
      text:
        months === undefined
          ? 'Kept as long as the comment'
          : `Kept for ${plural(months, 'month')} once the comment is approved`,
    },
    { title: 'Spam and trash', text: 'Deleted for good after 30 days' },
  ];
}

type Limits = Readonly<
  Record<'maxLinks' | 'perMinute' | 'perDay' | 'perEmailPerDay' | 'overallPerMinute', number>
>;
