import { evaluateSync, toJS } from 'groq-js';
import { isObject } from '../json.ts';
import type { JsonObject } from '../json.ts';
import { parseSearchReference } from './plan.ts';
import type { Plan } from './plan.ts';
import { QueryError } from './query-error.ts';
import { hasWords } from './search-text.ts';
import { collectText } from '../store/text.ts';
import type { Doc } from '../store/document.ts';
import type { View } from './view.ts';

export interface Question {
  query: string;
  params: JsonObject;
  /** The user id behind `identity()`. */
  identity: string;
  dataset: { projectId: string; dataset: string };
}

/** Answers a query over a view. Throws QueryError. */
export function answer(question: Question, plan: Plan, view: View): unknown {
  for (const source of plan.sources) source.node.value = view.find(source.constraint);
  const found = plan.searches.map((text) => {
    const docs = view.find({ kind: 'text', values: [text] });
    return new Set(docs.map((doc) => doc._id));
  });
  return evaluate(question, plan, plan.needsAll ? view.all() : [], (ref) => {
    const search = parseSearchReference(ref);
    if (search === undefined) return view.get(ref);
    return found[search.search]?.has(search.id);
  });
}

/** Says whether the filter of a query lets one document through, as a listener asks. */
export function isMatch(question: Question, plan: Plan, doc: Doc): boolean {
  for (const source of plan.sources) source.node.value = [doc];
  const result = evaluate(question, plan, [doc], (ref) => {
    const search = parseSearchReference(ref);
    if (search === undefined) return ref === doc._id ? doc : undefined;
    return hasWords(collectText(doc), plan.searches[search.search] ?? '');
  });
  return Array.isArray(result) ? result.length > 0 : result !== null;
}

function evaluate(
  question: Question,
  plan: Plan,
  dataset: readonly Doc[],
  dereference: (ref: string) => unknown,
): unknown {
  try {
    const value: unknown = toJS(
      evaluateSync(plan.tree, {
        dataset,
        params: question.params,
        identity: question.identity,
        sanity: question.dataset,
        dereference: (reference: unknown) =>
          isObject(reference) && typeof reference['_ref'] === 'string'
            ? dereference(reference['_ref'])
            : undefined,
      }),
    );
    return value;
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown reason';
    const text = reason === 'not implemented' ? 'it uses a function that this lake lacks' : reason;
    throw new QueryError(`The query cannot be evaluated: ${text}`, 0, question.query.length);
  }
}

/** Plans are kept by query and parameters: editors and pages ask the same few again and again. */
export function createPlanner<P extends Plan>(
  make: (query: string, params: JsonObject) => P,
  limit: number,
): (query: string, params: JsonObject) => P {
  const plans = new Map<string, P>();
  return (query, params) => {
    const key = JSON.stringify([query, params]);
    const known = plans.get(key);
    if (known !== undefined) return known;
    const plan = make(query, params);
    const oldest = plans.keys().next().value;
    if (plans.size >= limit && oldest !== undefined) plans.delete(oldest);
    if (key.length < 20_000) plans.set(key, plan);
    return plan;
  };
}
