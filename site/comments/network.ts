import { isIPv6 } from 'node:net';

/**
 * What one household shares of an address: an IPv4 address whole, of IPv6 the first 64 bits.
 *
 * `::ffff:192.0.2.1` is `192.0.2.1`; `2001:db8::1` is `2001:db8:0:0`.
 */
export function networkOf(address: string): string {
  const [plain = ''] = address.split('%');
  const [mapped] = /(?<=^::ffff:)[\d.]+$/i.exec(plain) ?? [];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(plain)) return plain;
  const [head = '', tail] = plain.toLowerCase().split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':');
}
