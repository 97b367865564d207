const TITLES: Readonly<Record<string, string>> = {
  links: 'Several links',
  'new-author': 'First comment',
};

/** Why a comment was held, in words. A reason without words of its own is shown as it is. */
export function toReasonTitle(reason: string): string {
  const words = TITLES[reason] ?? reason.replaceAll(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
