import { describe, expect, test } from 'vitest';
import { movedPage } from './moved-page.ts';

describe('movedPage', () => {
  test('leads to a path of this site, and names its whole address', () => {
    const html = movedPage('/benefits/new/', 'https://example.org');
    expect(html).toContain('content="0; url=/benefits/new/"');
    expect(html).toContain('href="https://example.org/benefits/new/"');
  });

  test.for(['javascript:alert(1)', '"><script>alert(1)</script>'])('%s leads nowhere bad', (to) => {
    const html = movedPage(to, 'https://example.org');
    expect(html).not.toContain('javascript:');
    expect(html).not.toContain('<script>');
  });
});
