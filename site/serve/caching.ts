/** Folders whose files change their name with their content. */
export const IMMUTABLE_FOLDERS = ['assets', 'images'] as const;

export const FOR_EVER = 'public, max-age=31536000, immutable';
/** Kept, but never shown without asking whether it is still the newest. */
export const ASK_FIRST = 'no-cache';

const FOLDER = /^\/([^/]+)\//;

/** How long a browser may keep what is at an address. */
export function cachingOf(path: string): string {
  const [, folder] = FOLDER.exec(path) ?? [];
  return IMMUTABLE_FOLDERS.some((each) => each === folder) ? FOR_EVER : ASK_FIRST;
}
