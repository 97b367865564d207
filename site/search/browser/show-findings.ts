import { gradePath } from '../../drawings/grade-glyph.ts';
import { parseExcerpt } from './excerpt.ts';
import type { Findings, FoundGroup } from './find.ts';
import type { Found } from './search-index.ts';
import type { Kind } from '../kinds.ts';

const SVG = 'http://www.w3.org/2000/svg';

/**
 * What was found, as elements: a section for each kind, with a button where there is more of it.
 *
 * @param wanted the one kind that is shown, if it is one
 * @param onMore told which kind a reader wants more of
 */
export function showFindings(
  { groups }: Findings,
  wanted: Kind | undefined,
  onMore: (kind: Kind) => void,
): readonly Element[] {
  return groups.map((group) => {
    const { kind, label, count, found } = group;
    const section = element('section', { class: 'found-group' });
    section.append(
      element('h2', {}, label, element('span', { class: 'ui' }, ` ${count}`)),
      element('ol', { class: 'found', role: 'list' }, ...found.map((each) => toItem(each, group))),
    );
    if (count > found.length) {
      const words = wanted === undefined ? `All ${count}: ${label}` : 'Show more';
      const button = element('button', { type: 'button', class: 'more ui' }, words);
      button.addEventListener('click', () => onMore(kind));
      section.append(button);
    }
    return section;
  });
}

function toItem(
  { url, title, excerpt, section, grade, part }: Found,
  { kind }: FoundGroup,
): Element {
  const name = kind === 'claim' ? `“${title.replace(/\.$/u, '')}”` : title;
  const about = element('p', { class: 'about ui' });
  if (grade !== undefined) about.append(gradeMark(gradePath(grade), grade));
  if (section !== '' && kind !== 'word' && kind !== 'technique')
    about.append(element('span', {}, section));
  if (part !== undefined) {
    about.append(element('span', {}, 'See ', element('a', { href: part.url }, part.title)));
  }
  const item = element('li', { 'data-kind': kind });
  item.append(
    element('h3', {}, element('a', { href: url, class: 'find' }, name)),
    element('p', {}, ...toMarked(excerpt)),
  );
  if (about.childElementCount > 0) item.append(about);
  return item;
}

function toMarked(excerpt: string): readonly (string | Element)[] {
  return parseExcerpt(excerpt).map(({ text, marked }) =>
    marked ? element('mark', {}, text) : text,
  );
}

function gradeMark(path: string, grade: string): Element {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 14 14');
  svg.setAttribute('aria-hidden', 'true');
  const drawn = document.createElementNS(SVG, 'path');
  drawn.setAttribute('fill', 'currentColor');
  drawn.setAttribute('d', path);
  svg.append(drawn);
  const words = element('span', {}, element('span', { class: 'quiet' }, 'Evidence: '), grade);
  return element('span', { class: 'grade' }, svg, words);
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | Element)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}
