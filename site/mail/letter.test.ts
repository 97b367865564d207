import { describe, expect, test } from 'vitest';

import { toHtmlLetter, toPlainLetter, type Letter } from './letter.ts';

const letter: Letter = {
  subject: 'About <you> & "me"',
  parts: [
    'Ann & <b>Bo</b> wrote:',
    { quote: 'one\n\n<script>alert(1)</script>' },
    {
      links: [
        { label: 'Approve it', href: 'https://a.example/x?y="1"&z' },
        { label: 'Not', href: 'https://a.example/not' },
      ],
    },
    { rule: true },
  ],
};

describe('toPlainLetter', () => {
  test('quotes others, and gives each link a line', () => {
    expect(toPlainLetter(letter)).toBe(`Ann & <b>Bo</b> wrote:

> one
>
> <script>alert(1)</script>

Approve it:
https://a.example/x?y="1"&z

Not:
https://a.example/not

———
`);
  });
});

describe('toHtmlLetter', () => {
  test('escapes every word, and asks nobody for anything', () => {
    const html = toHtmlLetter(letter);
    expect(html).toContain('<title>About &lt;you&gt; &amp; &quot;me&quot;</title>');
    expect(html).toContain('<p>Ann &amp; &lt;b&gt;Bo&lt;/b&gt; wrote:</p>');
    expect(html).toContain('one\n\n&lt;script&gt;alert(1)&lt;/script&gt;</blockquote>');
    expect(html).toContain('<a href="https://a.example/x?y=&quot;1&quot;&amp;z">Approve it</a>');
    expect(html).not.toMatch(/<(?:script|img|link|style|iframe)|url\(|src=/i);
  });
});
