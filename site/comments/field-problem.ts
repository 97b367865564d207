import { MAX_COMMENT, type CommentField } from '../text/comment-fields.ts';
import { isEmailAddress } from '../text/email-address.ts';
import { isBlank, isBlankMarkdown, toLine, toName, toText } from './tidy-text.ts';
import { parseWebsite, type WebsiteProblem } from './website.ts';

// Runs in readers' browsers too, so that both say the same in the same words.

const MAX_NAME = 60;
const MAX_EMAIL = 254;
const MAX_WEBSITE = 500;

const WEBSITE_PROBLEMS: Readonly<Record<WebsiteProblem, string>> = {
  none: 'This is not a website address. Write it as https://example.org, or leave it empty.',
  private:
    'This address leads to a computer or network of one’s own. Write one that everybody can open, or leave it empty.',
};

/** What was typed into a field, as it is kept: composed, without hidden characters, on one line unless it is the comment. */
export function tidyField(field: CommentField, typed: string): string {
  if (field === 'comment') return toText(typed);
  return field === 'name' ? toName(typed) : toLine(typed);
}

/** What the reader is to mend in a field, in words for them; undefined when nothing is wrong. */
export function fieldProblem(field: CommentField, typed: string): string | undefined {
  return PROBLEMS[field](tidyField(field, typed));
}

const PROBLEMS: Readonly<Record<CommentField, (value: string) => string | undefined>> = {
  comment: (comment) => {
    if (isBlankMarkdown(comment)) return 'The comment is empty. Write something first.';
    const length = Array.from(comment).length;
    return length > MAX_COMMENT
      ? `The comment has ${length} characters. Shorten it to ${MAX_COMMENT}.`
      : undefined;
  },
  name: (name) => {
    if (isBlank(name)) return 'The name is empty. Write the name to show with your comment.';
    return Array.from(name).length > MAX_NAME
      ? `The name is too long. Use ${MAX_NAME} characters or fewer.`
      : undefined;
  },
  email: (email) => {
    if (email === '') return 'The email address is empty. Write yours; it is not published.';
    if (email.length > MAX_EMAIL) return 'The email address is too long. Use a shorter one.';
    return isEmailAddress(email)
      ? undefined
      : 'This does not look like an email address. Write it as name@example.org.';
  },
  website: (website) => {
    if (website === '') return undefined;
    if (website.length > MAX_WEBSITE) return 'The website address is too long. Use a shorter one.';
    const parsed = parseWebsite(website);
    return 'problem' in parsed ? WEBSITE_PROBLEMS[parsed.problem] : undefined;
  },
};
