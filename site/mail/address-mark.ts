import { createHmac } from 'node:crypto';

/** A mark of an email address by which it is known again, and which nobody can read it from. */
export type AddressMark = (email: string) => string;

/** @param key this site's own, so that nobody else can tell the mark of an address */
export function createAddressMark(key: Uint8Array): AddressMark {
  return (email) =>
    createHmac('sha256', key)
      .update(`address.${toComparable(email)}`)
      .digest('base64url');
}

/** The form in which two spellings of one address are equal. */
function toComparable(email: string): string {
  return email.trim().toLowerCase();
}
