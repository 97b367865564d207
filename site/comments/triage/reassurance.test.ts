import { describe } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { reassurance } from './reassurance.ts';

describe('reassurance', () => {
  holdsContract(reassurance, {
    held: [
      'It’s just fluid, not a clot, so you can massage it',
      'That is probably only muscle',
      'It is not cancer, trust me',
      'it cant be a dvt',
      'You clearly have lipoedema',
      'You don’t have a clot',
      'just massage it away',
      'I would massage the lump every day',
    ],
    harmless: [
      'Is it just fluid?',
      'Could it be lipoedema? It can’t be easy to tell.',
      'Do not massage a clot.',
      'Never rub a lump, my nurse says.',
      'It is not easy to find a therapist.',
      'I massage the arm each evening.',
      'You have a good page here.',
      'It helps to press lightly.',
    ],
  });
});
