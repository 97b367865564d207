import { execFile } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Doc } from '../../site/cms/document.ts';
import type { Article } from '../../site/cms/sanity.types.ts';

/** The newest whose dependencies every registry carries. */
const VERSION = '3.1.2';

const LAYOUT = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ title }}</title>
<meta name="description" content="{{ summary | escape }}"></head>
<body><header><a href="/">Home</a></header><main><h1>{{ title }}</h1><p>{{ summary }}</p>
{{ content }}</main></body></html>
`;

const LIST = `---
pagination: { data: collections.SECTION, size: 20, reverse: true }
permalink: "/SECTION/{% if pagination.pageNumber > 0 %}page/{{ pagination.pageNumber }}/{% endif %}index.html"
---
<ul>{% for post in pagination.items %}<li><a href="{{ post.url }}">{{ post.data.title }}</a> {{ post.data.summary }}</li>{% endfor %}</ul>
`;

const CONFIG = `export default () => ({ dir: { input: 'in', output: 'out' } });\n`;

export interface Peer {
  /** Builds the same documents from nothing. @returns seconds */
  readonly build: () => Promise<number>;
}

/**
 * Eleventy with the same articles as Markdown files, a plain layout and section lists.
 *
 * Installs it from npm into the folder given.
 *
 * @throws Error when npm cannot bring it
 */
export async function installEleventy(dir: string, documents: readonly Doc[]): Promise<Peer> {
  mkdirSync(join(dir, 'in/_includes'), { recursive: true });
  writeFileSync(join(dir, 'package.json'), '{ "private": true, "type": "module" }\n');
  writeFileSync(join(dir, 'eleventy.config.js'), CONFIG);
  writeFileSync(join(dir, 'in/_includes/page.liquid'), LAYOUT);
  const run = promisify(execFile);
  await run('npm', ['install', '--no-audit', '--no-fund', `@11ty/eleventy@${VERSION}`], {
    cwd: dir,
  });
  for (const section of ['benefits', 'health']) {
    writeFileSync(join(dir, `in/${section}-list.liquid`), LIST.replaceAll('SECTION', section));
  }
  const articles = documents.filter((doc) => doc._type === 'article');
  for (const article of articles) {
    mkdirSync(join(dir, 'in', article.section), { recursive: true });
    const file = join(dir, 'in', article.section, `${article.slug.current}.md`);
    writeFileSync(file, toMarkdown(article));
  }
  const build = async (): Promise<number> => {
    const start = performance.now();
    const command = ['node_modules/@11ty/eleventy/cmd.cjs', '--quiet'];
    await run(process.execPath, command, { cwd: dir, maxBuffer: 64 * 1024 ** 2 });
    const seconds = Math.round(performance.now() - start) / 1000;
    const written = readdirSync(join(dir, 'out'), { recursive: true }).filter((name) =>
      String(name).endsWith('.html'),
    );
    if (written.length < articles.length)
      throw new Error(`Eleventy wrote ${written.length} pages.`);
    return seconds;
  };
  return { build };
}

function toMarkdown({ title, summary, section, body, publishedAt }: Article): string {
  const blocks = body.map((part) => {
    if (part._type === 'claimReference') return '> A claim, and how well it is supported.';
    if (part._type === 'callout') return `> **${part.title}** ${textOf(part.body)}`;
    if (part._type !== 'block') return '';
    const text = inlineOf(part);
    if (part.style === 'h2') return `## ${text}`;
    if (part.style === 'h3') return `### ${text}`;
    return part.listItem === undefined ? text : `- ${text}`;
  });
  const head = { title, summary, date: publishedAt, tags: section, layout: 'page.liquid' };
  const front = Object.entries(head).map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  return `---\n${front.join('\n')}\n---\n${blocks.join('\n\n')}\n`;
}

type Block = Extract<Article['body'][number], { _type: 'block' }>;

function inlineOf({ children = [] }: Pick<Block, 'children'>): string {
  return children
    .map(({ text = '', marks = [] }) => {
      const [mark] = marks;
      if (mark === undefined) return text;
      if (mark === 'strong') return `**${text.trim()}** `;
      if (mark === 'em') return ` *${text.trim()}* `;
      return `[${text.trim()}](/references/)`;
    })
    .join('');
}

function textOf(blocks: readonly Pick<Block, 'children'>[]): string {
  return blocks.map(inlineOf).join(' ');
}
