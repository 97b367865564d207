import { parseText } from '../text/parse-text.ts';
import type { Paragraph } from '../text/body.ts';

const MAX_NAME = 60;
const MAX_TEXT = 10_000;

/** What an editor types into a reply or a change. */
export interface Written {
  readonly name: string;
  readonly website: string;
  readonly text: string;
}

export interface Problem {
  readonly field: keyof Written;
  readonly message: string;
}

/** What is to be mended before it can be saved; the first problem first. */
export function problemsOf({ name, website, text }: Written): readonly Problem[] {
  const problems: readonly (Problem | false)[] = [
    name.trim() === '' && { field: 'name', message: 'The name is empty. Write one.' },
    [...name.trim()].length > MAX_NAME && {
      field: 'name',
      message: `The name is too long. Use ${MAX_NAME} characters or fewer.`,
    },
    website.trim() !== '' &&
      toWebsite(website) === undefined && {
        field: 'website',
        message: 'This is no website address. Begin it with https://, or leave it empty.',
      },
    toWritten(text).length === 0 && { field: 'text', message: 'The text is empty. Write some.' },
    text.length > MAX_TEXT && {
      field: 'text',
      message: `The text is too long. Use ${MAX_TEXT} characters or fewer.`,
    },
  ];
  return problems.filter((problem) => problem !== false);
}

/** The address of a website as it is stored; undefined where it is none. */
export function toWebsite(typed: string): string | undefined {
  const address = URL.parse(typed.trim());
  return address !== null && /^https?:$/.test(address.protocol) ? address.href : undefined;
}

/** The paragraphs of a text, without those that show nothing. */
export function toWritten(text: string): readonly Paragraph[] {
  return parseText(text).filter(({ runs }) => runs.some((run) => run.text.trim() !== ''));
}
