import { describe, expect, test } from 'vitest';
import { LedAddresses } from './led-addresses.ts';

describe('LedAddresses', () => {
  test('leads straight to where a page is now, and from nowhere that it has come back to', () => {
    const led = new LedAddresses();
    const target = (from: string): string | undefined => led.redirectFrom(from)?.to;
    led.lead({ from: '/a/', to: '/b/' });
    led.lead({ from: '/b/', to: '/c/' });
    expect([target('/a/'), target('/b/'), target('/c/')]).toEqual(['/c/', '/c/', undefined]);
    led.lead({ from: '/c/', to: '/a/' });
    expect([target('/a/'), target('/b/'), target('/c/')]).toEqual([undefined, '/a/', '/a/']);
    led.forget('/b/');
    expect(target('/b/')).toBeUndefined();
  });
});
