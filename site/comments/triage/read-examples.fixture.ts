import { readFileSync } from 'node:fs';

/** Comments from a file beside this one: a line each, under headings that begin with `# `. */
export const readExamples = (file: string): [subject: string, comments: string[]][] =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split(/^# /m)
    .slice(1)
    .map((part) => {
      const [subject = '', ...lines] = part.split('\n');
      return [subject, lines.filter((line) => line !== '')];
    });
