import { commentsUrl } from '../cms/site-config.ts';
import { workerPolicy, WORKER_PATH } from '../search/worker-policy.ts';

/** The host that takes comments, where that is another. */
const comments = URL.canParse(commentsUrl) ? ` ${new URL(commentsUrl).origin}` : '';

/**
 * What every answer of the site carries, an error's too; nginx gets its lines from here.
 *
 * No page needs anything from elsewhere, but for a comment form that is sent there, and the browser is told so.
 */
export const SECURITY_HEADERS = {
  'content-security-policy': `default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self'; connect-src 'self'${comments}; form-action 'self'${comments}; base-uri 'none'; frame-ancestors 'self'`,
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'x-content-type-options': 'nosniff',
} as const satisfies Readonly<Record<string, string>>;

/** Those addresses that need another policy than the rest, and theirs. */
export const POLICIES: Readonly<Record<string, string>> = {
  [WORKER_PATH]: workerPolicy(SECURITY_HEADERS['content-security-policy']),
};

/** The headers of what is at an address. */
export function securityHeadersOf(path: string): Readonly<Record<string, string>> {
  const policy = POLICIES[path];
  return policy === undefined
    ? SECURITY_HEADERS
    : { ...SECURITY_HEADERS, 'content-security-policy': policy };
}
