const PROMISES: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  { pattern: /\bcur(?:e|es|ed|ing)\b/i, words: 'cure' },
  { pattern: /\bdetox\w*/i, words: 'detox' },
  { pattern: /\bboost(?:s|ed|ing)?\b[\w\s]{0,20}\bimmun\w*/i, words: 'boosts immunity' },
  { pattern: /\b(?:flush|flushes|flushing)\b[\w\s]{0,20}\btoxins?\b/i, words: 'flushes toxins' },
  { pattern: /\bmelt(?:s|ed|ing)?\b[\w\s]{0,20}\bfat\b/i, words: 'melts fat' },
  { pattern: /\bmirac\w+/i, words: 'miracle' },
  { pattern: /\bguarante\w+/i, words: 'guarantee' },
  { pattern: /\bproven to\b/i, words: 'proven to' },
  { pattern: /\bheals?\b/i, words: 'heal' },
];

// “It does not detox the body”, “No study shows a cure”.
const DENIAL = /\b(?:no|not|never|nor|none|nothing|cannot|without)\b|n[’']t\b/i;

/**
 * Warns about words that promise more than the evidence gives.
 *
 * Questions ("Does it detox the body?") and denials may use them: they do not promise.
 */
export function promiseProblem(text: string | undefined): true | string {
  if (text === undefined) return true;
  const promising = text
    .split(/(?<=[.!?])\s+/)
    .filter((sentence) => !sentence.trim().endsWith('?') && !DENIAL.test(sentence));
  const found = PROMISES.find(({ pattern }) =>
    promising.some((sentence) => pattern.test(sentence)),
  );
  if (!found) return true;
  return `“${found.words}” sounds like a promise. Say what is known, and how well.`;
}
