import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createKeptFiles } from './kept-files.ts';

describe('createKeptFiles', () => {
  test('lets go of what was not used for longest', () => {
    const kept = createKeptFiles<string>(10);
    kept.put('/a', 'A', 4);
    kept.put('/b', 'B', 4);
    kept.get('/a');
    kept.put('/c', 'C', 4);
    expect(kept.get('/a')).toBe('A');
    expect(kept.get('/b')).toBeUndefined();
    expect(kept.get('/c')).toBe('C');
  });

  test('does not keep what is too large by itself, nor what it replaced', () => {
    const kept = createKeptFiles<string>(10);
    kept.put('/a', 'old', 1);
    kept.put('/a', 'new', 11);
    expect(kept.get('/a')).toBeUndefined();
    expect(kept.bytes).toBe(0);
  });

  test('never takes more than it may, whatever is put and removed', () => {
    const step = fc.record({ path: fc.constantFrom('/a', '/b', '/c', '/d'), bytes: fc.nat(12) });
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const kept = createKeptFiles<number>(10);
        for (const { path, bytes } of steps) {
          if (bytes === 0) kept.remove(path);
          else kept.put(path, bytes, bytes);
          expect(kept.bytes).toBeLessThanOrEqual(10);
        }
        const held = ['/a', '/b', '/c', '/d'].map((path) => kept.get(path) ?? 0);
        expect(held.reduce((sum, bytes) => sum + bytes, 0)).toBe(kept.bytes);
      }),
    );
  });
});
