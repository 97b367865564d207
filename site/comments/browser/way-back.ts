import { keep, kept } from './kept.ts';
import { localTime } from './local-time.ts';
import { copyOf } from './parts.ts';

/** The commenter's own page of a comment that was sent from here, and until when it may be changed there. */
export interface Way {
  readonly yours: string;
  /** ISO 8601. */
  readonly editUntil: string;
}

export interface WayBack {
  /** Keeps the way for this tab, for as long as it leads anywhere. */
  readonly remember: (way: Way) => void;
}

/** Shows again, after a reload of the page, the ways to comments that may still be changed. */
export function keepWayBack(form: HTMLFormElement): WayBack {
  const article = form.querySelector<HTMLInputElement>('[name="article"]');
  const name = `yours:${article?.value ?? ''}`;
  const current = (): readonly Way[] => parseWays(kept(name, 'tab'), new Date());
  const save = (ways: readonly Way[]): void => {
    keep(name, ways.length === 0 ? '' : JSON.stringify(ways), 'tab');
  };

  const ways = current();
  save(ways);
  for (const { yours, editUntil } of ways) {
    const note = copyOf(form, 'way-back');
    const link = note.querySelector('a');
    if (link) link.href = yours;
    const until = note.querySelector('time');
    if (until) Object.assign(until, { textContent: localTime(editUntil), dateTime: editUntil });
    form.before(note);
    setTimeout(
      () => {
        note.remove();
        save(current());
      },
      Date.parse(editUntil) - Date.now(),
    );
  }
  return { remember: (way) => save([...current(), way]) };
}

/** The ways that were kept and still lead somewhere; none where what was kept is nothing of ours. */
export function parseWays(value: string, now: Date): readonly Way[] {
  try {
    const data: unknown = JSON.parse(value);
    const ways = Array.isArray(data) ? data.filter(isWay) : [];
    return ways.filter(({ editUntil }) => Date.parse(editUntil) > now.getTime());
  } catch {
    return [];
  }
}

function isWay(data: unknown): data is Way {
  return (
    typeof data === 'object' &&
    data !== null &&
    'yours' in data &&
    typeof data.yours === 'string' &&
    'editUntil' in data &&
    typeof data.editUntil === 'string'
  );
}
