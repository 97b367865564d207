import { isoDay, longDate } from '../../text/dates.ts';
import { initialsOf, tintOf } from '../../text/initials.ts';
import { tidyField } from '../field-problem.ts';
import { parseWebsite } from '../website.ts';
import type { Answer } from './answer.ts';
import { localTime } from './local-time.ts';
import { copyOf, valueOf } from './parts.ts';

type Taken = Extract<Answer, { kind: 'taken' }>;

/**
 * Shows a comment that was taken where it will stand, with what happens next, and leads there.
 *
 * @param parent the comment it answers; empty: the article
 * @returns false where the page has no place for it
 */
export function showTaken(form: HTMLFormElement, taken: Taken, parent: string): boolean {
  const section = form.closest('section.comments');
  if (section === null) return false;
  const notice = copyOf(form, 'taken');
  fillNotice(notice, taken);
  if (taken.emergency) notice.prepend(copyOf(form, 'emergency'));
  const card = cardOf(form, taken.html);
  card.append(notice);
  const item = document.createElement('li');
  item.append(card);
  threadFor(section, parent).append(item);
  notice.focus();
  return true;
}

/** Shows how the comment would look, and leads there. */
export function showPreview(
  form: HTMLFormElement,
  { html, emergency }: Extract<Answer, { kind: 'preview' }>,
): void {
  const preview = copyOf(form, 'preview');
  if (emergency) preview.prepend(copyOf(form, 'emergency'));
  preview.append(cardOf(form, html));
  hidePreview(form);
  form.append(preview);
  preview.focus();
}

export function hidePreview(form: HTMLFormElement): void {
  form.querySelector('section.preview')?.remove();
}

/** @param html of the text: drawn by the server from the tree that is stored, never made here */
function cardOf(form: HTMLFormElement, html: string): HTMLElement {
  const card = copyOf(form, 'card');
  const name = tidyField('name', valueOf(form, 'name'));
  const website = parseWebsite(tidyField('website', valueOf(form, 'website')));
  card.setAttribute('aria-label', `Comment by ${name}`);
  card.querySelector('.name')?.append('href' in website ? linkTo(website.href, name) : name);
  const mark = card.querySelector<HTMLElement>('.initials');
  if (mark) mark.textContent = initialsOf(name);
  if (mark) mark.dataset['tint'] = String(tintOf(name));
  const time = card.querySelector('time');
  const now = new Date().toISOString();
  if (time) Object.assign(time, { textContent: longDate(now), dateTime: isoDay(now) });
  const text = card.querySelector('.prose');
  if (text) text.innerHTML = html;
  return card;
}

function fillNotice(notice: HTMLElement, { isPublic, notices, yours, editUntil }: Taken): void {
  const thanks = notice.querySelector('.thanks');
  const said = thanks?.textContent ?? '';
  if (thanks && isPublic) thanks.textContent = 'Thank you. Your comment is public.';
  const reasons = isPublic ? [] : notices.filter((reason) => !said.includes(reason));
  thanks?.after(
    ...reasons.map((reason) => Object.assign(document.createElement('p'), { textContent: reason })),
  );
  const link = notice.querySelector('a');
  if (link) link.href = yours;
  const until = notice.querySelector('time');
  if (until) Object.assign(until, { textContent: localTime(editUntil), dateTime: editUntil });
}

function linkTo(href: string, words: string): HTMLAnchorElement {
  const link = document.createElement('a');
  return Object.assign(link, { href, textContent: words, rel: 'ugc nofollow noopener' });
}

/** The list that a new comment goes to the end of; made where there is none. */
function threadFor(section: Element, parent: string): Element {
  const above = parent === '' ? null : section.querySelector(`#comment-${CSS.escape(parent)}`);
  const place = above?.closest('li') ?? section;
  const list = place.querySelector('ol.thread') ?? document.createElement('ol');
  if (list.isConnected) return list;
  list.className = 'thread';
  list.setAttribute('role', 'list');
  section.querySelector('.none')?.remove();
  if (place === section) section.querySelector('h2')?.after(list);
  else place.append(list);
  return list;
}
