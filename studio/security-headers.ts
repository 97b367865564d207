import type { StudioSettings } from './settings.ts';

const HOSTED = {
  connect: [
    'https://api.sanity.io',
    'https://*.api.sanity.io',
    'wss://*.api.sanity.io',
    'https://*.apicdn.sanity.io',
    'https://cdn.sanity.io',
  ],
  images: ['https://cdn.sanity.io'],
};

/** The lake itself, the project on it, and the shards of its event streams. */
function lakeHosts(apiHost: string): { connect: string[]; images: string[] } {
  const { protocol, host } = new URL(apiHost);
  const socket = protocol === 'https:' ? 'wss:' : 'ws:';
  const names = [host, `*.${host}`];
  const images = names.map((name) => `${protocol}//${name}`);
  return { images, connect: [...images, `${socket}//*.${host}`] };
}

/** The Content-Security-Policy: the Studio's own server, its lake, the site, and nobody else. */
export function toPolicy({ apiHost, previewUrl, healthUrl }: StudioSettings): string {
  const hosts = apiHost === undefined ? HOSTED : lakeHosts(apiHost);
  const site = healthUrl === undefined ? [] : [new URL(healthUrl).origin];
  return [
    `default-src 'self'`,
    `script-src 'self'`,
    // styled-components writes its rules into style elements.
    `style-src 'self' 'unsafe-inline'`,
    `connect-src 'self' ${[...hosts.connect, ...site].join(' ')}`,
    `img-src 'self' data: blob: ${hosts.images.join(' ')}`,
    `media-src 'self' blob: ${hosts.images.join(' ')}`,
    `worker-src 'self' blob:`,
    `frame-src ${new URL(previewUrl).origin}`,
    `frame-ancestors 'none'`,
    `object-src 'none'`,
    `base-uri 'none'`,
    `form-action 'self'`,
  ].join('; ');
}

/** The headers of every answer. */
export function toSecurityHeaders(settings: StudioSettings): Record<string, string> {
  return {
    'content-security-policy': toPolicy(settings),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  };
}
