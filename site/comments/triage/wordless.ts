import type { Check } from './check.ts';

const WORD = /[\p{L}\p{N}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
/** A few signs or pictures say something: `👍👍` or `???`. */
const A_FEW = 20;

/** Holds a comment that is nothing but signs. */
export const wordless: Check = ({ submission }) => {
  const text = submission.source.trim();
  const isAnswer = text.length <= A_FEW && (PICTURE.test(text) || /^[?!.]+$/.test(text));
  if (WORD.test(text) || isAnswer) return undefined;
  return {
    code: 'wordless',
    moderator: 'Has no word in it',
    commenter: 'It has no word in it. An editor looks at such comments first.',
  };
};
