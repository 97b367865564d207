/** Headers that let the pages of the listed origins, and no others, read our answers. */
export function corsHeaders(request: Request, origins: readonly string[]): Record<string, string> {
  const origin = request.headers.get('origin');
  if (origin === null || !origins.includes(origin)) return { vary: 'Origin' };
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-credentials': 'true',
    'access-control-expose-headers': 'x-sanity-shard',
    vary: 'Origin',
  };
}

/** The answer to a browser that asks before it sends. */
export function preflight(request: Request, origins: readonly string[]): Response {
  const cors = corsHeaders(request, origins);
  const asked = request.headers.get('access-control-request-headers') ?? '';
  const allowed = 'access-control-allow-origin' in cors;
  return new Response(null, {
    status: 204,
    headers: allowed
      ? {
          ...cors,
          'access-control-allow-methods': 'GET,POST,PUT,PATCH,DELETE,OPTIONS',
          'access-control-allow-headers': asked,
          'access-control-allow-private-network': 'true',
          'access-control-max-age': '600',
        }
      : cors,
  });
}
