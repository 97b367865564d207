import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { emergency } from './emergency.ts';
import { readExamples } from './read-examples.fixture.ts';

describe('emergency', () => {
  describe.for(readExamples('emergencies.fixture.txt'))('sees %s', ([, held]) => {
    holdsContract(emergency, { held, harmless: [] });
  });

  describe.for(readExamples('ordinary-comments.fixture.txt'))('passes over %s', ([, harmless]) => {
    holdsContract(emergency, { held: [], harmless });
  });

  test('shows the commenter where to get help, and the moderator why', () => {
    expect(emergency(aComment({ source: 'Help. I can’t   breathe!' }))).toMatchObject({
      emergency: true,
      moderator: 'May be an emergency: “can’t breathe”',
      commenter: expect.stringContaining('help now'),
    });
  });
});
