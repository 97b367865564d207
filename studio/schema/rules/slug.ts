const SHAPE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** The site takes no longer ones. */
const LONGEST = 96;
// The archive pages of a section live at /benefits/page/1/.
const TAKEN = new Set(['page']);

/** Accepts lower-case words joined by hyphens, except the words the site keeps for its own addresses. */
export function slugProblem(slug: { current?: string | undefined } | undefined): true | string {
  const current = slug?.current;
  if (current === undefined || current === '') return 'Press Generate, or type an address.';
  if (!SHAPE.test(current)) {
    return 'Use lower-case letters, numbers and hyphens only, for example “swollen-legs”.';
  }
  if (current.length > LONGEST) return `Use ${LONGEST} characters at most.`;
  if (TAKEN.has(current)) return `The site uses “${current}” itself. Choose another address.`;
  return true;
}
