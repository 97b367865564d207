import { xmlText } from './xml.ts';

export interface FeedItem {
  readonly title: string;
  /** Safe HTML. */
  readonly description: string;
  /** A full address. */
  readonly link: string;
  /** ISO 8601. */
  readonly date: string;
  /** What the item is known by, where its address may change. */
  readonly id?: string;
}

/** An RSS feed, newest first. */
export interface Feed {
  readonly title: string;
  readonly description: string;
  readonly link: string;
  readonly items: readonly FeedItem[];
}

/** The feed as a page of the site. */
export function feedResponse(feed: Feed): Response {
  const { title, description, link, items } = feed;
  const channel = [
    element('title', title),
    element('description', description),
    element('link', link),
    element('language', 'en-GB'),
    ...items.map(toItem),
  ];
  const xml = `<?xml version="1.0" encoding="UTF-8"?><rss version="2.0"><channel>${channel.join('')}</channel></rss>\n`;
  return new Response(xml, { headers: { 'Content-Type': 'application/xml; charset=utf-8' } });
}

function toItem({ title, description, link, date, id }: FeedItem): string {
  const guid = `<guid isPermaLink="${id === undefined}">${xmlText(id ?? link)}</guid>`;
  const parts = [
    element('title', title),
    element('link', link),
    guid,
    element('description', description),
    element('pubDate', new Date(date).toUTCString()),
  ];
  return `<item>${parts.join('')}</item>`;
}

function element(name: string, text: string): string {
  return `<${name}>${xmlText(text)}</${name}>`;
}
