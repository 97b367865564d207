import { describe } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { wordless } from './wordless.ts';

describe('wordless', () => {
  holdsContract(wordless, {
    held: ['> '.repeat(2500), '`'.repeat(5000), '', '\u00AD\u200C', '- - -', '👍'.repeat(100)],
    harmless: ['👍👍👍', '???', '❤️', '10/10', 'Ok.', '谢谢'],
  });
});
