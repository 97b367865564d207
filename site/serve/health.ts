import type { OutboxState } from '../comments/outbox.ts';
import type { LiveSite } from '../publish/live-site.ts';
import type { Failure } from '../publish/publisher.ts';

/** What the running site knows of itself. */
export interface HealthParts {
  /** Undefined until every page is written. */
  readonly live: Pick<LiveSite, 'isCurrent' | 'failures'> | undefined;
  /** Pictures that could not be made. */
  readonly pictures: ReadonlyMap<string, Failure> | undefined;
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
 * `status` is "ok" when all that is published is on its pages. `failures` name the pages that could
 * not be made and why; `outbox` counts comments that wait for delivery. `warnings` say what is wrong
 * besides: code that does not compile, redirects that lead in a circle, comments that the store would
 * not take.
 *
 * @param studioOrigin the one other site whose scripts may read it
 */
export function healthResponse(
  { live, pictures, outbox, warnings }: HealthParts,
  studioOrigin: string | undefined,
): Response {
  const current = live?.isCurrent() ?? false;
  const failures = [...(live?.failures.values() ?? []), ...(pictures?.values() ?? [])];
  const status = current && failures.length === 0 ? 'ok' : 'behind';
  const all = [...warnings, ...(outbox === undefined ? [] : describe(outbox))];
  const reading: Record<string, string> =
    studioOrigin === undefined ? {} : { 'access-control-allow-origin': studioOrigin };
  return Response.json(
    { status, current, failures, outbox, warnings: all },
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
