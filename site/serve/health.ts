import type { OutboxState } from '../comments/outbox.ts';
import type { FailureGroup } from '../publish/failure-groups.ts';

/** What the running site knows of itself. */
export interface HealthParts {
  /** Whether every page is written, and what the store told since is on its pages. */
  readonly isCurrent: boolean;
  /** What readers do not see as it is published. */
  readonly failures: readonly FailureGroup[];
  /** Undefined where comments are off. */
  readonly outbox: OutboxState | undefined;
  /** What somebody should mend, though all that is published is on its pages. */
  readonly warnings: readonly string[];
}

const METHODS = ['GET', 'HEAD'];

/** `/api/health`: see `healthResponse`. */
export function createHealth(
  parts: () => HealthParts,
  studioOrigin: string | undefined,
): (request: Request) => Response {
  return ({ method }) =>
    METHODS.includes(method)
      ? healthResponse(parts(), studioOrigin)
      : new Response('This address is only read.\n', {
          status: 405,
          headers: { allow: METHODS.join(', '), 'content-type': 'text/plain; charset=utf-8' },
        });
}

/**
 * Answers how the site is, for whoever watches over it.
 *
 * `status` is "ok" when all that is published is on its pages. `failures` name the pages and documents
 * that could not be shown as they are, those of one reason together, and why; `outbox` counts comments
 * that wait for delivery.
 * `warnings` say what is wrong besides: code that does not compile, redirects that lead in a circle,
 * a token that the store refuses, comments that the store would not take, mail that cannot be sent.
 *
 * @param studioOrigin the one other site whose scripts may read it
 */
export function healthResponse(
  { isCurrent, failures, outbox, warnings }: HealthParts,
  studioOrigin: string | undefined,
): Response {
  const status = isCurrent && failures.length === 0 ? 'ok' : 'behind';
  const all = [...warnings, ...(outbox === undefined ? [] : describe(outbox))];
  const reading: Record<string, string> =
    studioOrigin === undefined ? {} : { 'access-control-allow-origin': studioOrigin };
  return Response.json(
    { status, current: isCurrent, failures, outbox, warnings: all },
    { headers: { 'cache-control': 'no-store', ...reading } },
  );
}

function describe({ parked, reasons, forgotten }: OutboxState): readonly string[] {
  return [
    ...(parked > 0
      ? [`Comments not delivered, tried again daily: ${parked}. ${reasons.join(' ')}`]
      : []),
    ...(forgotten > 0
      ? [`Comments given up after 30 days; the log names them: ${forgotten}.`]
      : []),
  ];
}
