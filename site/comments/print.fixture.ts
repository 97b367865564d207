import type { Print } from './prints.ts';

/** What a comment is known by, when it comes again. */
export const aPrint = (changes: Partial<Print> = {}): Print => ({
  text: 'text',
  place: 'place',
  sender: 'sender',
  networks: ['network'],
  ...changes,
});
