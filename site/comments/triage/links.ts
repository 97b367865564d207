import type { Check } from './check.ts';

// An address counts once, with or without the marks of Markdown or of bulletin boards around it.
const LINK =
  /\[url\b(?:=\s{0,3}(?:h(?:tt|xx)ps?:\/\/)?)?|(?:\]\(\s{0,3}<?)?(?:h(?:tt|xx)ps?:\/\/(?:www\.)?|(?<![\p{L}\p{N}])www\.)|\]\(/giu;

export function countLinks(text: string): number {
  return text.match(LINK)?.length ?? 0;
}

export const links: Check = ({ submission, linksSeen, settings }) => {
  const count = Math.max(countLinks(submission.source), linksSeen);
  if (count <= settings.maxLinks) return undefined;
  return {
    code: 'links',
    moderator: count === 1 ? 'Has a link' : `Has ${count} links`,
    commenter: `Comments with ${settings.maxLinks > 0 ? 'several links' : 'a link'} are read first.`,
  };
};

export const nameIsLink: Check = ({ submission }) =>
  countLinks(submission.name) > 0
    ? { code: 'name-link', moderator: 'A link as the name' }
    : undefined;

export const website: Check = ({ submission }) =>
  submission.website === undefined
    ? undefined
    : {
        code: 'website',
        moderator: 'Gives a website',
        commenter: 'Websites are looked at before they are shown.',
      };
