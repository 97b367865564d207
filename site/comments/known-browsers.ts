import type { AddressMark } from '../mail/address-mark.ts';
import type { Signer } from './signed.ts';

const YEAR_S = 365 * 86_400;

/** Knows the browsers again in which owners of addresses have confirmed them. */
export interface KnownBrowsers {
  /** The `Set-Cookie` for the browser in which the owner of the address has confirmed it just now. */
  cookieFor: (email: string, now: Date) => string;
  /** When its owner last confirmed the address in the browser that sends the request; undefined: never. */
  knownSince: (request: Request, email: string, now: Date) => Date | undefined;
}

export interface KnownBrowsersOptions {
  signer: Signer;
  mark: AddressMark;
  /** Where comments are taken, in full: the cookie is sent nowhere else. */
  commentsUrl: string;
}

/** Each address has a cookie of its own, so that two people may share a browser, or one have two addresses. */
export function createKnownBrowsers(options: KnownBrowsersOptions): KnownBrowsers {
  const { signer, mark } = options;
  const { pathname, protocol } = new URL(options.commentsUrl);
  const secure = protocol === 'https:' ? '; Secure' : '';
  const nameFor = (email: string): string => `known-${mark(email).slice(0, 12)}`;
  return {
    cookieFor(email, now) {
      const expires = new Date(now.getTime() + YEAR_S * 1000);
      const token = signer.sign('known-browser', `${now.getTime()} ${mark(email)}`, expires);
      const scope = `Path=${pathname}; Max-Age=${YEAR_S}; HttpOnly; SameSite=Lax${secure}`;
      return `${nameFor(email)}=${token}; ${scope}`;
    },
    knownSince(request, email, now) {
      const token = readCookie(request, nameFor(email)) ?? '';
      const [at, owner] = signer.verify('known-browser', token, now)?.split(' ') ?? [];
      return owner === mark(email) ? new Date(Number(at)) : undefined;
    },
  };
}

function readCookie(request: Request, name: string): string | undefined {
  const cookies = request.headers.get('cookie')?.split(';') ?? [];
  const found = cookies.find((cookie) => cookie.trim().startsWith(`${name}=`));
  return found?.trim().slice(name.length + 1);
}
