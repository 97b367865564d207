import { describe, expect, test } from 'vitest';
import { createDocumentGate } from './document-gate.ts';

describe('createDocumentGate', () => {
  const gate = createDocumentGate('https://lymph.example');

  test.for([
    ['/old', '/new/', '/old/', '/new/'],
    ['/old/', 'https://lymph.example/new/?x#y', '/old/', '/new/?x#y'],
    ['/old.html', 'https://other.example/new', '/old.html/', 'https://other.example/new'],
  ] as const)('a redirect %s → %s leads from %s to %s', ([written, leads, from, to]) => {
    const redirect = { _id: 'r', _type: 'redirect', from: written, to: leads, permanent: true };
    expect(gate.parse(redirect)).toMatchObject({ from, to });
  });
});
