export type Moderation = 'spam' | 'trash';

/** A document of the store as it came, with all its fields. */
export type Stored = Readonly<Record<string, unknown>>;

/** A comment as the Comments tool needs it; built from stored data that anything may have written. */
export interface ModeratedComment {
  /** The id without `drafts.`: the same before and after approval. */
  readonly id: string;
  /** A draft is waiting (or put away); a published comment is approved. */
  readonly draft: boolean;
  readonly revision: string;
  readonly name: string;
  readonly website: string | undefined;
  /** Portable Text, not yet checked: only `toParagraphs` reads it. */
  readonly body: unknown;
  readonly submittedAt: string;
  readonly moderation: Moderation | undefined;
  readonly articleId: string | undefined;
  readonly parentId: string | undefined;
  /** It waits or was put away, and reads as if somebody needed help now. */
  readonly urgent: boolean;
  /** An editor wrote it here: there is no private part. */
  readonly byEditor: boolean;
  readonly edited: { readonly at: string; readonly by: 'author' | 'editor' } | undefined;
  /** A place held for others' answers: its author had it erased. Nothing is left to judge. */
  readonly removed: boolean;
}

/** How the site's reason begins where somebody might need help now. */
export const URGENT = 'May be an emergency';

const DRAFT = 'drafts.';

export function isStored(value: unknown): value is Stored {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a field of stored data, whatever the data is. */
export function fieldOf(value: unknown, field: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, field) : undefined;
}

/** The text of a field; undefined when it is missing, empty or not text. */
export function textOf(value: unknown, field: string): string | undefined {
  const text = fieldOf(value, field);
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The texts of a list; what is not text is left out. */
export function textsOf(value: unknown, field: string): readonly string[] {
  const list = fieldOf(value, field);
  return Array.isArray(list) ? list.filter((text) => typeof text === 'string') : [];
}

export function toPublishedId(id: string): string {
  return id.startsWith(DRAFT) ? id.slice(DRAFT.length) : id;
}

export function toDraftId(id: string): string {
  return id.startsWith(DRAFT) ? id : DRAFT + id;
}

/** Where the address of its sender is kept. */
export function toPrivateId(id: string): string {
  return `private.comment.${id}`;
}

/** The id of the version that is shown: the draft of a comment that waits, else the public one. */
export function toVersionId({ id, draft }: Pick<ModeratedComment, 'id' | 'draft'>): string {
  return draft ? toDraftId(id) : id;
}

function toModeration(value: unknown): Moderation | undefined {
  return value === 'spam' || value === 'trash' ? value : undefined;
}

function toEdited(value: unknown): ModeratedComment['edited'] {
  const at = textOf(value, 'editedAt');
  const by = textOf(value, 'editedBy');
  return at !== undefined && (by === 'author' || by === 'editor') ? { at, by } : undefined;
}

/** Reads one stored comment; undefined when it has no id or revision to act on. */
export function parseComment(value: unknown): ModeratedComment | undefined {
  const id = textOf(value, '_id');
  const revision = textOf(value, '_rev');
  if (id === undefined || revision === undefined) return undefined;
  return {
    id: toPublishedId(id),
    draft: id.startsWith(DRAFT),
    revision,
    name: textOf(value, 'name') ?? 'No name',
    website: textOf(value, 'website'),
    body: fieldOf(value, 'body'),
    submittedAt: textOf(value, 'submittedAt') ?? '',
    moderation: toModeration(fieldOf(value, 'moderation')),
    articleId: textOf(fieldOf(value, 'article'), '_ref'),
    parentId: textOf(fieldOf(value, 'parent'), '_ref'),
    urgent: fieldOf(value, 'urgent') === true,
    byEditor: fieldOf(value, 'byEditor') === true,
    edited: toEdited(value),
    removed: fieldOf(value, 'removed') === true,
  };
}

/** Reads a query result; entries that are no comments are left out. */
export function parseComments(value: unknown): readonly ModeratedComment[] {
  if (!Array.isArray(value)) return [];
  return value.map(parseComment).filter((comment) => comment !== undefined);
}
