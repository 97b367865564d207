import { compileShapes } from './document-shape.ts';
import { DOC_TYPES, isPage, isRecord, type Doc } from './document.ts';
import type { Comment } from './sanity.types.ts';
import schema from './schema.json' with { type: 'json' };

/** A document of the store that pages cannot show, and why. */
export interface Rejection {
  readonly id: string;
  readonly type: string;
  readonly problems: readonly string[];
}

const shapeOf = compileShapes(schema);

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
// The Studio's rule says the same; a name with a dot in front would lead elsewhere, or is not served.
const REDIRECT_FROM = /^\/(?:(?!\.)[\w.~-]+\/)+$/;

/**
 * Lets a document of the store in, or tells what is wrong with it.
 *
 * It must have the fields that its type requires. A slug or a redirect becomes a file's name: only
 * plain ones pass.
 */
export function parseDocument(
  value: unknown,
  reject: (rejection: Rejection) => void,
): Doc | undefined {
  if (!isDoc(value)) {
    const { _id: id = 'a document', _type: type = '' } = isRecord(value) ? value : {};
    reject({ id: String(id), type: String(type), problems: ['of no known type'] });
    return undefined;
  }
  const problems = problemsIn(value);
  if (problems.length === 0) return value;
  reject({ id: value._id, type: value._type, problems });
  return undefined;
}

function isDoc(value: unknown): value is Doc {
  return isRecord(value) && DOC_TYPES.some((type) => type === value['_type']);
}

function problemsIn(doc: Doc): readonly string[] {
  const misfit = shapeOf(doc._type)?.(doc);
  if (misfit !== undefined) {
    return [`its field ${misfit.replace(/^\./, '')} is missing, or not what it should be`];
  }
  if (isPage(doc) && !isTime(doc.publishedAt)) {
    return ['"publishedAt" must be a time such as 2026-11-21T09:00:00Z'];
  }
  if (doc._type === 'comment') return problemsInComment(doc);
  if ('slug' in doc && !SLUG.test(doc.slug.current ?? '')) {
    return ['its slug may hold only small letters, digits and single hyphens'];
  }
  if (doc._type === 'redirect' && !REDIRECT_FROM.test(doc.from)) {
    return ['"from" must be a path such as /old-page/'];
  }
  return [];
}

function problemsInComment(comment: Comment): readonly string[] {
  const { submittedAt, editedAt = submittedAt, removed, body, website, source } = comment;
  if (!isTime(submittedAt) || !isTime(editedAt)) {
    return ['"submittedAt" and "editedAt" must be times such as 2026-11-21T09:00:00Z'];
  }
  // What has been erased must not come back by way of the page.
  if (removed === true && (body.length > 0 || website !== undefined || source !== undefined)) {
    return ['a removed comment keeps its place only: it may hold no text and no website'];
  }
  return [];
}

function isTime(text: string): boolean {
  return TIME.test(text) && !Number.isNaN(Date.parse(text));
}
