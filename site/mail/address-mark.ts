import { hmac } from '../comments/hmac.ts';

/** A mark of an email address by which it is known again, and which nobody can read it from. */
export type AddressMark = (email: string) => string;

/** @param key this site's own, so that nobody else can tell the mark of an address */
export function createAddressMark(key: Uint8Array): AddressMark {
  return (email) => hmac(key, `address.${toComparable(email)}`).toString('base64url');
}

/** The form in which two spellings of one address are equal. */
function toComparable(email: string): string {
  return email.trim().toLowerCase();
}
