const STREAM = /\/data\/(?:listen|live)\//;
const SHARDS = 16;

/**
 * Moves event streams to host names of their own on a local lake.
 *
 * A browser opens six connections to one host over HTTP/1.1, and an open document holds more streams than that:
 * on one host they starve every other request. The lake answers `<project>-s<n>.localhost` as `<project>.localhost`.
 * Addresses that are no stream, or not on `*.localhost`, come back unchanged.
 *
 * @param turn counts the streams opened so far
 */
export function toShard(address: string, turn: number): string {
  const url = new URL(address);
  if (!STREAM.test(url.pathname) || !url.hostname.endsWith('.localhost')) return address;
  const [project, ...rest] = url.hostname.split('.');
  url.hostname = [`${project}-s${turn % SHARDS}`, ...rest].join('.');
  return url.href;
}

/** A `fetch` that spreads event streams over shards; each tab starts at its own `firstTurn`. */
export function spreadStreams(send: typeof fetch, firstTurn: number): typeof fetch {
  let turn = firstTurn;
  return (input, init) => {
    if (input instanceof Request) return send(input, init);
    const address = String(input);
    if (!STREAM.test(address)) return send(input, init);
    turn += 1;
    return send(toShard(address, turn), init);
  };
}
