import { dataFailure } from '../failure.ts';

/**
 * Which documents a query sees, and under which ids: `raw` all as stored, otherwise the published
 * ones, each replaced by the first layer (id prefix) that has a document for it.
 */
export type Perspective = 'raw' | readonly string[];

/** From this version of the API on, a query that names no perspective sees published documents only. */
const PUBLISHED_BY_DEFAULT = '2025-02-19';

const NAME = /^[A-Za-z0-9_-]{1,64}$/;

/** Reads the `perspective` parameter. `version` is the one in the address, without its `v`. */
export function parsePerspective(value: string | undefined, version: string): Perspective {
  if (value === undefined || value === '') {
    const dated = /^\d{4}-\d{2}-\d{2}$/.test(version);
    const raw = dated ? version < PUBLISHED_BY_DEFAULT : version !== 'X';
    return raw ? 'raw' : [];
  }
  if (value === 'raw') return 'raw';
  return value.split(',').flatMap((name) => {
    if (!NAME.test(name) || name === 'raw') {
      throw dataFailure(400, 'validationError', `The perspective "${name}" is not known.`);
    }
    if (name === 'published') return [];
    return name === 'drafts' || name === 'previewDrafts' ? ['drafts.'] : [`versions.${name}.`];
  });
}
