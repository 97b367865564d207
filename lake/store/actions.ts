import { isObject, isStringList } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { isVersionId, toPublishedId } from './document.ts';
import type { Doc } from './document.ts';
import { parseDraft, parseId } from './mutation.ts';
import type { Draft } from './mutation.ts';
import { parseOperations } from './patch.ts';
import { strengthenReferences } from './references.ts';
import { ConflictError } from './stage.ts';
import type { Cause, Stage } from './stage.ts';
import { invalid } from './validation.ts';

const PREFIX = 'sanity.action.document.';

/** What each action does to a transaction being staged, by name. */
const ACTIONS: Readonly<Record<string, (stage: Stage, action: JsonObject) => void>> = {
  create(stage, action) {
    const doc = parseDraft(action['attributes'], 'action create');
    const id = parseVersionId(doc['_id'], 'attributes._id');
    const ifExists = action['ifExists'] ?? 'fail';
    if (ifExists !== 'fail' && stage.read(id) !== null) return;
    stage.create(id, doc, 'create');
  },
  edit(stage, action) {
    const draftId = parseVersionId(action['draftId'] ?? action['versionId'], 'draftId');
    const publishedId = parseId(action['publishedId'] ?? toPublishedId(draftId), 'publishedId');
    if (!isObject(action['patch'])) throw invalid('The action edit needs a patch.');
    if (stage.read(draftId) === null) {
      const published = stage.read(publishedId);
      if (published !== null) stage.create(draftId, withoutSystemFields(published), 'create');
    }
    stage.patch(draftId, parseOperations(action['patch']), 'edit');
  },
  publish(stage, action) {
    const draftId = parseVersionId(action['draftId'] ?? action['versionId'], 'draftId');
    const publishedId = parsePublishedId(action);
    expectRevision(stage, draftId, action['ifDraftRevisionId'] ?? action['ifVersionRevisionId']);
    expectRevision(stage, publishedId, action['ifPublishedRevisionId']);
    const draft = expectDocument(stage, draftId);
    const content = strengthenReferences(withoutSystemFields(draft));
    stage.createOrReplace(publishedId, parseDraft(content, 'the draft'), 'publish');
    stage.delete(draftId, 'publish');
  },
  unpublish(stage, action) {
    const publishedId = parsePublishedId(action);
    const draftId = parseVersionId(action['draftId'] ?? `drafts.${publishedId}`, 'draftId');
    const published = expectDocument(stage, publishedId);
    if (stage.read(draftId) === null) {
      stage.create(draftId, withoutSystemFields(published), 'unpublish');
    }
    stage.delete(publishedId, 'unpublish');
  },
  discard: discard('discard'),
  'version.discard': discard('discard'),
  delete(stage, action) {
    const publishedId = parsePublishedId(action);
    const versions = action['includeDrafts'] ?? action['includeVersions'] ?? [];
    if (!isStringList(versions)) throw invalid('"includeDrafts" must be an array of ids.');
    const ids = [publishedId, ...versions.map((id) => parseVersionId(id, 'includeDrafts'))];
    const deleted = ids.filter((id) => stage.delete(id, 'delete'));
    if (deleted.length === 0) throw notFound(publishedId);
    if (action['purge'] === true) stage.purge(publishedId);
  },
  replaceDraft: replace,
  'version.replace': replace,
  'version.create'(stage, action) {
    const doc = parseDraft(action['document'] ?? action['attributes'], 'action version.create');
    stage.create(parseVersionId(doc['_id'], 'document._id'), doc, 'create');
  },
};

/** Stages one action. Throws a 400 for a wrong shape, ConflictError for what does not fit the present. */
export function applyAction(stage: Stage, action: unknown): void {
  if (!isObject(action) || typeof action['actionType'] !== 'string') {
    throw invalid('An action must be an object with an "actionType".');
  }
  const type = action['actionType'];
  const name = type.startsWith(PREFIX) ? type.slice(PREFIX.length) : '';
  const apply = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined;
  if (apply === undefined) throw invalid(`The action "${type}" is not available in this lake.`);
  apply(stage, action);
}

function discard(cause: Cause): (stage: Stage, action: JsonObject) => void {
  return (stage, action) => {
    const id = parseVersionId(action['versionId'] ?? action['draftId'], 'versionId');
    if (!stage.delete(id, cause)) throw notFound(id);
    if (action['purge'] === true) stage.purge(id);
  };
}

function replace(stage: Stage, action: JsonObject): void {
  const doc = parseDraft(action['attributes'] ?? action['document'], 'the action');
  stage.createOrReplace(parseVersionId(doc['_id'], 'attributes._id'), doc, 'edit');
}

function parseVersionId(value: unknown, where: string): string {
  const id = parseId(value, where);
  if (!isVersionId(id)) throw invalid(`${where} must be the id of a draft or a version.`);
  return id;
}

function parsePublishedId(action: JsonObject): string {
  const id = parseId(action['publishedId'], 'publishedId');
  if (isVersionId(id)) throw invalid('publishedId must not be the id of a draft or a version.');
  return id;
}

function expectDocument(stage: Stage, id: string): Doc {
  const doc = stage.read(id);
  if (doc === null) throw notFound(id);
  return doc;
}

function notFound(id: string): ConflictError {
  const description = `The document with the ID "${id}" was not found`;
  return new ConflictError({ type: 'documentNotFoundError', id, description });
}

function expectRevision(stage: Stage, id: string, revision: unknown): void {
  if (revision === undefined || revision === null) return;
  if (typeof revision !== 'string') throw invalid('A revision must be a string.');
  stage.expectRevision(id, revision);
}

function withoutSystemFields(doc: Doc): Draft {
  const { _id, _rev, _updatedAt, ...content } = doc;
  return { ...content, _type: doc._type };
}
