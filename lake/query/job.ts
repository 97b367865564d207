import type { Doc } from '../store/document.ts';
import type { Constraint } from './constraint.ts';
import type { Question } from './evaluate.ts';
import type { Perspective } from './perspective.ts';

/** What a query worker can be asked. */
export type Job =
  | { kind: 'query'; question: Question; perspective: Perspective; publicOnly: boolean }
  | { kind: 'match'; question: Question; docs: readonly (Doc | null)[] }
  | { kind: 'filter'; question: Question };

/** What a listener learns about its filter once: how to tell cheaply which events concern it. */
export interface Filter {
  constraint: Constraint | undefined;
  /** True when the constraint (none: every document) says all that the filter says. */
  exact: boolean;
}

export type Answer =
  | { ok: true; json: string }
  | { ok: false; query: boolean; message: string; start: number; end: number };
