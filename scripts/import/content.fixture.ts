import { convertContent } from './convert-content.ts';
import { folders } from './identity.ts';
import type { Content } from './read-content.ts';
import { loadSchema } from '../../site/cms/schema-file.ts';

const schema = await loadSchema(new URL('../../site/cms/schema.json', import.meta.url));

const content = (texts: Record<string, string>): Content => ({
  images: new Set(['map.png']),
  mistakes: [],
  files: Object.entries(texts).map(([name, text]) => {
    const [folder = '', file = ''] = name.split('/');
    const { type, format } = folders.find((known) => known.folder === folder) ?? folders[0];
    return { file: `content/${name}`, type, format, stem: file.replace(/\.\w+$/, ''), text };
  }),
});

/** The smallest content that hangs together. */
export const texts = {
  'people/ann.yaml': 'name: Ann Example\nkind: person\n',
  'sources/ezzo-2015.yaml': 'title: A review\nyear: 2015\n',
  'terms/lymph.yaml': 'name: Lymph\nmeaning: The fluid in lymph vessels.\n',
  'claims/no-pump.yaml': `statement: Lymph has no pump.
status: It has.
grade: strong
topic: body
citations:
  - source: ezzo-2015
    locator: p. 12
checkedAt: 2026-11-21
order: 1
`,
  'faqs/detox.yaml': `question: Will it detox me?
answer: |
  No. See [lymph](term:lymph).

  - [A review](cite:ezzo-2015 "p. 3")
section: results
order: 2
`,
};

/** An article file with this body; `fields` are further lines of front matter. */
export const article = (body: string, fields = '') => `---
title: Benefits
section: benefits
summary: A summary.
keyMessages: [One, Two]
heroImage: { file: map.png, alt: A map }
authors: [ann]
publishedAt: 2026-11-21T09:00:00Z
${fields}---

${body}
`;

/** Converts `texts` and more files, such as `claims/x.yaml`: documents by id. */
export const convert = (more: Record<string, string>) => {
  const { documents } = convertContent(content({ ...texts, ...more }), schema);
  return new Map(documents.map((document) => [document._id, document]));
};
