import { describe, expect, test } from 'vitest';

import { promiseProblem } from './promise.ts';

describe('promiseProblem', () => {
  test.for([
    'Massage that cures lymphoedema',
    'Detoxifies the body',
    'How lymphatic massage boosts immunity',
    'It boosts your natural immune system',
    'Flushes out toxins overnight',
    'A miracle for tired legs',
    'Guaranteed results',
    'Is it safe? It melts stubborn fat.',
    'It is not medicine. It cures swelling.',
  ])('warns about “%s”', (text) => {
    expect(promiseProblem(text)).toContain('promise');
  });

  test.for([
    undefined,
    '',
    'Does lymphatic massage detox the body?',
    'It does not detox the body, and no study shows a cure.',
    'It doesn’t boost immunity.',
    'What it does for swelling after surgery',
    'A secure fit, an accurate measure',
    'The immune system, explained',
  ])('lets “%s” pass', (text) => {
    expect(promiseProblem(text)).toBe(true);
  });
});
