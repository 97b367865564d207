import { compileShapes } from './document-shape.ts';
import { DOC_TYPES, isPage, isRecord, type Doc } from './document.ts';
import { withEndSlash } from './redirects.ts';
import type { Comment, Redirect } from './sanity.types.ts';
import schema from './schema.json' with { type: 'json' };

/** A document of the store that pages cannot show, and why. */
export interface Rejection {
  readonly id: string;
  readonly type: string;
  readonly problems: readonly string[];
}

const shapeOf = compileShapes(schema);

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
/** As the Studio says; a file system takes names of 255 bytes. */
const LONGEST_SLUG = 96;
const LONGEST_FROM = 250;
const TIME = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;
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
  if ('slug' in doc) {
    const slug = doc.slug.current ?? '';
    if (!SLUG.test(slug))
      return ['its slug may hold only small letters, digits and single hyphens'];
    if (slug.length > LONGEST_SLUG) return [`its slug may have ${LONGEST_SLUG} characters`];
  }
  return doc._type === 'redirect' ? problemsInRedirect(doc) : [];
}

function problemsInRedirect({ from: written, to }: Redirect): readonly string[] {
  const from = withEndSlash(written);
  if (!REDIRECT_FROM.test(from) || from.length > LONGEST_FROM) {
    return ['"from" must be a path such as /old-page/'];
  }
  const isPath = /^\/(?![/\\])/.test(to);
  const isAddress = /^https?:\/\//i.test(to) && URL.canParse(to);
  return isPath || isAddress ? [] : ['"to" must be a path such as /new-page/, or an http address'];
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

/** Whether it is one instant wherever it is read; `Date` takes 31 February for a day of March. */
function isTime(text: string): boolean {
  const [, day = ''] = TIME.exec(text) ?? [];
  return (
    day !== '' &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(`${day}T00:00Z`).toISOString().startsWith(day)
  );
}
