import { dataFailure } from '../failure.ts';
import type { JsonObject } from '../json.ts';
import { isObject } from '../json.ts';
import { checkJson } from '../store/validation.ts';
import { readObject } from './body.ts';

/** A query and its parameters, from the address (`query`, `$name`) or a POST body. Throws a 400. */
export async function readQuestion(
  request: Request,
): Promise<{ query: string; params: JsonObject }> {
  const { searchParams } = new URL(request.url);
  const params: JsonObject = {};
  for (const [name, value] of searchParams) {
    if (name.startsWith('$')) params[name.slice(1)] = parseParameter(name, value);
  }
  checkJson(params);
  if (request.method !== 'POST') return toQuestion(searchParams.get('query'), params);
  const body = await readObject(request);
  const given = isObject(body['params']) ? body['params'] : {};
  return toQuestion(body['query'] ?? searchParams.get('query'), { ...params, ...given });
}

function toQuestion(query: unknown, params: JsonObject): { query: string; params: JsonObject } {
  if (typeof query !== 'string' || query.trim() === '') {
    throw dataFailure(400, 'validationError', 'The request needs a "query".');
  }
  return { query, params };
}

function parseParameter(name: string, value: string): unknown {
  try {
    const parsed: unknown = JSON.parse(value);
    return parsed;
  } catch {
    throw dataFailure(400, 'validationError', `The parameter ${name} is not valid JSON.`);
  }
}

/** True for `name=true` or a bare `name` in the address. */
export function isSet(search: URLSearchParams, name: string): boolean {
  const value = search.get(name);
  return value === 'true' || value === '' || value === '1';
}
