/** Pages of the site that could not be made for one reason; readers still see their last good version. */
export interface FailedPages {
  readonly path: string;
  readonly message: string;
  /** How many pages it is besides. */
  readonly others: number;
  /** Some of those. */
  readonly examples: readonly string[];
}

/** Comments that were accepted and are not in the store yet. */
export interface Outbox {
  /** On their way; tried again until they arrive. */
  readonly waiting: number;
  /** Refused by the store for good: somebody has to look. */
  readonly parked: number;
}

/** What the site says of itself. */
export interface Health {
  /** Whether all that is published has been worked through. */
  readonly current: boolean;
  readonly failures: readonly FailedPages[];
  /** What somebody should mend, though readers see all that is published. */
  readonly warnings: readonly string[];
  /** Undefined where the site takes no comments. */
  readonly outbox?: Outbox | undefined;
}

/** Where the site stands, for the editor: `unknown` until it has been asked. */
export type SiteState = {
  readonly outbox?: Outbox | undefined;
  readonly warnings?: readonly string[] | undefined;
} & (
  | { readonly kind: 'unknown' | 'ok' | 'publishing' | 'unreachable' }
  | { readonly kind: 'failing'; readonly failures: readonly FailedPages[] }
);

function read(record: unknown, key: string): unknown {
  return typeof record === 'object' && record !== null ? Reflect.get(record, key) : undefined;
}

/**
 * Reads what `/api/health` answers.
 *
 * @throws Error when it is something else
 */
export function parseHealth(json: unknown): Health {
  const current = read(json, 'current');
  const failures = read(json, 'failures');
  if (typeof current !== 'boolean' || !Array.isArray(failures)) {
    throw new Error('The site’s answer says nothing of its health.');
  }
  return {
    current,
    failures: failures.map(toFailedPages),
    warnings: toTexts(read(json, 'warnings')),
    outbox: toOutbox(read(json, 'outbox')),
  };
}

function toOutbox(outbox: unknown): Outbox | undefined {
  const [waiting, parked] = ['waiting', 'parked'].map((key) => read(outbox, key));
  return typeof waiting === 'number' && typeof parked === 'number'
    ? { waiting, parked }
    : undefined;
}

function toFailedPages(failure: unknown): FailedPages {
  const [path, message, others, examples] = ['path', 'message', 'others', 'examples'].map((key) =>
    read(failure, key),
  );
  return {
    path: typeof path === 'string' ? path : '?',
    message: typeof message === 'string' ? message : 'No reason was given.',
    others: typeof others === 'number' ? others : 0,
    examples: toTexts(examples),
  };
}

function toTexts(list: unknown): readonly string[] {
  return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : [];
}

/** Failures first: they need somebody. */
export function toState({ current, failures, warnings, outbox }: Health): SiteState {
  if (failures.length > 0) return { kind: 'failing', failures, warnings, outbox };
  return { kind: current ? 'ok' : 'publishing', warnings, outbox };
}

export function toStateText(state: SiteState): string {
  switch (state.kind) {
    case 'unknown':
      return 'Asking the site…';
    case 'ok': {
      const count = state.warnings?.length ?? 0;
      const notes = count === 1 ? '1 note' : `${count} notes`;
      return count === 0 ? 'Site up to date' : `Site up to date, ${notes}`;
    }
    case 'publishing':
      return 'Publishing…';
    case 'unreachable':
      return 'Site not reachable';
    case 'failing': {
      const count = state.failures.reduce((sum, { others }) => sum + 1 + others, 0);
      return `${count} ${count === 1 ? 'page' : 'pages'} could not be made`;
    }
  }
}

/** Names pages that failed for one reason, the first of them where there are many. */
export function toPagesText({ path, others, examples }: FailedPages): string {
  const rest = others - examples.length;
  return [path, ...examples].join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}

/** Says whether every comment that was accepted has arrived. */
export function toOutboxText({ kind, outbox }: SiteState): string {
  if (kind === 'unknown') return 'Asking the site…';
  if (kind === 'unreachable') return 'The site does not answer; what it has accepted comes later';
  if (outbox === undefined) return 'The site takes no comments at the moment';
  const { waiting, parked } = outbox;
  const stuck =
    parked > 0 && `${toComments(parked)} could not be brought here: the log of the site says why`;
  const coming = waiting > 0 && `${toComments(waiting)} on the way here`;
  return [coming, stuck].filter(Boolean).join('; ') || 'Every comment that was accepted is here';
}

function toComments(count: number): string {
  return count === 1 ? '1 comment' : `${count} comments`;
}

/** After how many milliseconds to ask again: soon, while something is under way. */
export function nextAskIn({ kind }: SiteState): number {
  return kind === 'publishing' ? 1500 : 10_000;
}
