/** Documents of which there is one, and its id. */
const SINGLETONS = ['home', 'settings', 'commentSettings'];

/** The id of the comment settings. The dot keeps them from the public. */
export const COMMENT_SETTINGS_ID = 'private.commentSettings';

const MADE_BY_SITE = ['comment', 'privateComment'];

function isSingleton(type: string): boolean {
  return SINGLETONS.includes(type);
}

/** Whether documents of this type come from the site: no form begins one. */
export function isMadeBySite(type: string): boolean {
  return MADE_BY_SITE.includes(type);
}

/** Whether an editor may start a document of this type by hand. */
export function isCreatable(type: string): boolean {
  return !isSingleton(type) && !isMadeBySite(type);
}

const SINGLETON_ACTIONS = ['publish', 'discardChanges', 'restore'];
const COMMENT_ACTIONS = ['publish', 'discardChanges', 'unpublish', 'restore'];

/**
 * Whether a document of this type offers an action.
 *
 * There is always one home page and one settings document. Comments are deleted in the Comments tool, together with
 * their private part; the private part itself is only read.
 */
export function allowsAction(type: string, action: string | undefined): boolean {
  if (action === undefined) return isCreatable(type);
  if (isSingleton(type)) return SINGLETON_ACTIONS.includes(action);
  if (type === 'comment') return COMMENT_ACTIONS.includes(action);
  return type !== 'privateComment';
}
