import { isKind } from '../kinds.ts';
import { countWords, findAll, type Findings } from './find.ts';
import { formatQuery, parseQuery, type Query } from './query.ts';
import { openSearchIndex, type SearchIndex } from './search-index.ts';
import { showFindings } from './show-findings.ts';

const PAUSE_MS = 120;
const PAGE = 20;

/**
 * Makes the search page answer as the reader types. Without this it is a list of everything.
 *
 * @param place the element that holds the form, the results and the list
 */
export function startSearch(place: HTMLElement): void {
  const parts = findParts(place);
  if (parts === undefined) return;
  const { form, words, count, results, sections } = parts;
  let query = parseQuery(location.search);
  let shown = PAGE;
  let opening: Promise<SearchIndex> | undefined;
  let latest = 0;
  let pause: ReturnType<typeof setTimeout> | undefined;

  const open = (): Promise<SearchIndex> => {
    opening ??= openSearchIndex().catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };

  const look = async (): Promise<void> => {
    latest += 1;
    const mine = latest;
    history.replaceState(null, '', location.pathname + formatQuery(query));
    place.dataset['state'] = query.words === '' ? 'list' : 'results';
    if (query.words === '') {
      count.textContent = '';
      results.replaceChildren();
      return;
    }
    try {
      const findings = await findAll(await open(), query, shown);
      if (mine === latest) show(findings);
    } catch {
      if (mine !== latest) return;
      place.dataset['state'] = 'list';
      count.textContent = 'Search cannot be reached just now. Everything is listed below.';
    }
  };

  const show = (findings: Findings): void => {
    count.textContent = countWords(findings, query.words);
    showKinds(form, findings, query);
    showSections(sections, findings, query);
    const focused = results.contains(document.activeElement);
    results.replaceChildren(
      ...showFindings(findings, query.kind, (kind) => {
        shown = query.kind === undefined ? PAGE : shown + PAGE;
        change({ ...query, kind });
      }),
      ...(findings.groups.length === 0 ? [nothingFound()] : []),
    );
    if (focused) linksIn(results)[query.kind === undefined ? 0 : shown - PAGE]?.focus();
  };

  const change = (next: Query): void => {
    if (next.words !== query.words || next.kind !== query.kind)
      shown = shownFor(next, query, shown);
    query = next;
    void look();
  };

  words.addEventListener('focus', () => void open().catch(() => undefined), { once: true });
  words.addEventListener('input', () => {
    clearTimeout(pause);
    const { words: typed } = parseQuery(formatQuery({ ...query, words: words.value.trim() }));
    pause = setTimeout(() => change({ ...query, words: typed, section: undefined }), PAUSE_MS);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    clearTimeout(pause);
    change({ ...query, words: words.value.trim() });
  });
  form.addEventListener('change', ({ target }) => {
    if (!(target instanceof HTMLInputElement)) return;
    if (target.name === 'kind') {
      change({
        ...query,
        kind: isKind(target.value) ? target.value : undefined,
        section: undefined,
      });
    }
    if (target.name === 'section') change({ ...query, section: target.value || undefined });
  });
  place.addEventListener('keydown', (event) => moveAmong([words, ...linksIn(results)], event));

  words.value = query.words;
  if (query.words !== '') void look();
}

/** A new search begins with the first results again. */
function shownFor(next: Query, before: Query, shown: number): number {
  return next.words === before.words && next.kind === before.kind ? shown : PAGE;
}

interface Parts {
  readonly form: HTMLFormElement;
  readonly words: HTMLInputElement;
  readonly count: HTMLElement;
  readonly results: HTMLElement;
  readonly sections: HTMLElement;
}

function findParts(place: HTMLElement): Parts | undefined {
  const form = place.querySelector('form');
  const words = form?.querySelector<HTMLInputElement>('[name="q"]');
  const count = place.querySelector<HTMLElement>('[role="status"]');
  const results = place.querySelector<HTMLElement>('.results');
  const sections = place.querySelector<HTMLElement>('.sections');
  return form && words && count && results && sections
    ? { form, words, count, results, sections }
    : undefined;
}

/** How many there are of each kind, on the choice of kinds. */
function showKinds(form: HTMLFormElement, { counts }: Findings, { kind: wanted }: Query): void {
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  for (const input of form.querySelectorAll<HTMLInputElement>('[name="kind"]')) {
    const count = isKind(input.value) ? counts[input.value] : all;
    input.checked = input.value === (wanted ?? '');
    input.disabled = count === 0 && !input.checked;
    const shown = input.parentElement?.querySelector('b');
    if (shown) shown.textContent = String(count);
  }
}

/** The sections of the chosen kind, where there are several. */
function showSections(place: HTMLElement, { sections }: Findings, { section }: Query): void {
  const focused = place.contains(document.activeElement);
  place.hidden = sections.length === 0;
  const choices = [{ section: '', count: 0 }, ...sections].map((each) => {
    const label = document.createElement('label');
    const input = document.createElement('input');
    Object.assign(input, { type: 'radio', name: 'section', value: each.section });
    input.checked = each.section === (section ?? '');
    const words = document.createElement('span');
    words.textContent = each.section === '' ? 'All' : `${each.section} ${each.count}`;
    label.append(input, ' ', words);
    return label;
  });
  place.replaceChildren(...place.querySelectorAll('legend'), ...choices);
  if (focused) place.querySelector<HTMLInputElement>(':checked')?.focus();
}

function nothingFound(): Element {
  const words = document.createElement('p');
  words.className = 'nothing';
  words.textContent = 'Try one word less, or a plainer one. Empty the field to see everything.';
  return words;
}

const linksIn = (place: Element): readonly HTMLElement[] => [
  ...place.querySelectorAll<HTMLElement>('a.find'),
];

/** Arrow down and up go from the field through the results, and back. */
function moveAmong(stops: readonly HTMLElement[], event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const here = stops.findIndex((stop) => stop === event.target);
  const next = stops[here + (event.key === 'ArrowDown' ? 1 : -1)];
  if (here === -1 || next === undefined) return;
  event.preventDefault();
  next.focus();
}
