/** One entry of a fixed list: the stored value and the words an editor sees. */
export interface Choice {
  readonly value: string;
  readonly title: string;
}

export const SECTIONS = [
  { value: 'benefits', title: 'Benefits' },
  { value: 'health', title: 'Health topics' },
] as const;

export const GRADES = [
  { value: 'strong', title: 'Strong' },
  { value: 'moderate', title: 'Moderate' },
  { value: 'limited', title: 'Limited' },
  { value: 'conflicting', title: 'Conflicting' },
  { value: 'none', title: 'None' },
] as const;

export const TOPICS = [
  { value: 'body', title: 'How the body works' },
  { value: 'immunity', title: 'Immunity' },
  { value: 'swelling', title: 'Swelling and lymphoedema' },
  { value: 'skin-and-shape', title: 'Skin and shape' },
  { value: 'calm', title: 'Calm, sleep and pain' },
  { value: 'practice', title: 'Practice' },
] as const;

export const URGENCIES = [
  { value: 'routine', title: 'Routine: ask at the next appointment' },
  { value: 'same-day', title: 'Same day: speak to a clinician today' },
  { value: 'emergency', title: 'Emergency: get help now' },
] as const;

export const TONES = [
  { value: 'note', title: 'Note' },
  { value: 'caution', title: 'Caution' },
  { value: 'care', title: 'Care card' },
] as const;

export const FAQ_SECTIONS = [
  { value: 'basics', title: 'Basics' },
  { value: 'sessions', title: 'Sessions' },
  { value: 'at-home', title: 'At home' },
  { value: 'safety', title: 'Safety' },
  { value: 'results', title: 'Results' },
] as const;

export const SOURCE_KINDS = [
  { value: 'systematic-review', title: 'Systematic review' },
  { value: 'randomised-trial', title: 'Randomised trial' },
  { value: 'observational', title: 'Observational study' },
  { value: 'animal', title: 'Animal study' },
  { value: 'laboratory', title: 'Laboratory study' },
  { value: 'guideline', title: 'Guideline' },
  { value: 'information', title: 'Information for the public' },
  { value: 'review', title: 'Narrative review' },
] as const;

export const PERSON_KINDS = [
  { value: 'person', title: 'Person' },
  { value: 'organization', title: 'Organisation' },
] as const;

export const MODERATIONS = [
  { value: 'spam', title: 'Spam' },
  { value: 'trash', title: 'Trash' },
] as const;

export const EDITED_BY = [
  { value: 'author', title: 'Its author' },
  { value: 'editor', title: 'An editor' },
] as const;

export const COMMENT_MODES = [
  { value: 'all', title: 'Hold every comment' },
  { value: 'first-timers', title: 'Hold those whose address has no approved comment yet' },
  { value: 'open', title: 'Hold only what is doubtful' },
] as const;

/** The title of a stored value; the value itself, or an empty string, when the list does not have it. */
export function titleOf(choices: readonly Choice[], value: unknown): string {
  const found = choices.find((choice) => choice.value === value);
  if (found) return found.title;
  return typeof value === 'string' ? value : '';
}

/** The first words of a title, before the colon: `Same day: speak to …` gives `Same day`. */
export function shortTitleOf(choices: readonly Choice[], value: unknown): string {
  return titleOf(choices, value).split(':')[0] ?? '';
}
