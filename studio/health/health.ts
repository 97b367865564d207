/** A page of the site that could not be made; readers still see its last good version. */
export interface FailedPage {
  readonly path: string;
  readonly message: string;
}

/** What the site says of itself. */
export interface Health {
  /** Whether all that is published has been worked through. */
  readonly current: boolean;
  readonly failures: readonly FailedPage[];
}

/** Where the site stands, for the editor: `unknown` until it has been asked. */
export type SiteState =
  | { readonly kind: 'unknown' | 'ok' | 'publishing' | 'unreachable' }
  | { readonly kind: 'failing'; readonly failures: readonly FailedPage[] };

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
  return { current, failures: failures.map(toFailedPage) };
}

function toFailedPage(failure: unknown): FailedPage {
  const [path, message] = ['path', 'message'].map((key) => read(failure, key));
  return {
    path: typeof path === 'string' ? path : '?',
    message: typeof message === 'string' ? message : 'No reason was given.',
  };
}

/** Failures first: they need somebody. */
export function toState({ current, failures }: Health): SiteState {
  if (failures.length > 0) return { kind: 'failing', failures };
  return { kind: current ? 'ok' : 'publishing' };
}

export function toStateText(state: SiteState): string {
  switch (state.kind) {
    case 'unknown':
      return 'Asking the site…';
    case 'ok':
      return 'Site up to date';
    case 'publishing':
      return 'Publishing…';
    case 'unreachable':
      return 'Site not reachable';
    case 'failing': {
      const { length } = state.failures;
      return `${length} ${length === 1 ? 'page' : 'pages'} could not be made`;
    }
  }
}

/** After how many milliseconds to ask again: soon, while something is under way. */
export function nextAskIn({ kind }: SiteState): number {
  return kind === 'publishing' ? 1500 : 10_000;
}
