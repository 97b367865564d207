import { fieldOf, textOf, toDraftId, toPublishedId } from '../comment.ts';

/** What has come from one email address. */
export interface AddressHistory {
  readonly approved: number;
  readonly waiting: number;
  readonly spam: number;
  readonly trash: number;
  /** ISO 8601; the first comment that is known. */
  readonly firstSeen: string | undefined;
  /** There may be more than were counted. */
  readonly more: boolean;
}

/** The newest comments of all the addresses together that are counted. */
export const HISTORY_LIMIT = 2000;

/** Which comments came from these addresses. Parameter: `$emails`, in small letters. */
export const partsQuery = `*[_type == "privateComment" && lower(email) in $emails]
  | order(receivedAt desc)[0...${HISTORY_LIMIT}]{"email": lower(email), comment, receivedAt}`;

/** What became of comments. Parameter: `$ids`. */
export const fatesQuery = '*[_id in $ids]{_id, moderation}';

/** The ids, draft or not, of the comments that `partsQuery` found. */
export function toFateIds(parts: unknown): readonly string[] {
  return (Array.isArray(parts) ? parts : [])
    .map((part) => textOf(part, 'comment'))
    .filter((id) => id !== undefined)
    .flatMap((id) => [id, toDraftId(id)]);
}

/** Counts, for each address, what `partsQuery` and `fatesQuery` found. */
export function toHistories(parts: unknown, fates: unknown): ReadonlyMap<string, AddressHistory> {
  const fateOf = new Map<string, 'approved' | 'waiting' | 'spam' | 'trash'>();
  for (const fate of Array.isArray(fates) ? fates : []) {
    const id = textOf(fate, '_id') ?? '';
    const published = toPublishedId(id);
    const moderation = fieldOf(fate, 'moderation');
    if (id === published) fateOf.set(id, 'approved');
    else if (fateOf.get(published) !== 'approved') {
      fateOf.set(
        published,
        moderation === 'spam' || moderation === 'trash' ? moderation : 'waiting',
      );
    }
  }
  const list: readonly unknown[] = Array.isArray(parts) ? parts : [];
  const more = list.length >= HISTORY_LIMIT;
  const histories = new Map<string, AddressHistory>();
  for (const part of list) {
    const email = textOf(part, 'email');
    if (email === undefined) continue;
    const before = histories.get(email) ?? { ...NOTHING, more };
    const fate = fateOf.get(textOf(part, 'comment') ?? '');
    const receivedAt = textOf(part, 'receivedAt');
    const earliest = [before.firstSeen, receivedAt].filter((at) => at !== undefined).toSorted()[0];
    histories.set(email, {
      ...before,
      ...(fate && { [fate]: before[fate] + 1 }),
      firstSeen: earliest,
    });
  }
  return histories;
}

const NOTHING = {
  approved: 0,
  waiting: 0,
  spam: 0,
  trash: 0,
  firstSeen: undefined,
  more: false,
} as const;

const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium' });

/** “From this address: 3 approved, 1 waiting, since 3 Oct 2026”, or that this is the only one. */
export function toHistoryText(history: AddressHistory): string {
  const { approved, waiting, spam, trash, firstSeen, more } = history;
  if (approved + waiting + spam + trash <= 1 && !more) return 'First comment from this address';
  const counts = [
    [approved, 'approved'],
    [waiting, 'waiting'],
    [spam, 'spam'],
    [trash, 'in the trash'],
  ] as const;
  const words = counts
    .filter(([count]) => count > 0)
    .map(([count, word]) => `${count}${more ? ' or more' : ''} ${word}`);
  const date = firstSeen === undefined || more ? NaN : Date.parse(firstSeen);
  const since = Number.isNaN(date) ? [] : [`since ${DAY.format(date)}`];
  return `From this address: ${[...words, ...since].join(', ')}`;
}
