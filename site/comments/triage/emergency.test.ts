import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { emergency } from './emergency.ts';

describe('emergency', () => {
  holdsContract(emergency, {
    held: [
      'I have chest pain since this morning',
      'My chest hurts and I feel odd',
      'Pain in my chest, what should I do?',
      'chest pain help',
      'I can’t breathe',
      'i cant breath properly',
      'I don’t know why I can’t breathe',
      'My husband is struggling to breathe',
      'I am coughing up blood',
      'she coughs blood',
      'My leg is swollen and I’m breathless.',
      'My calf is red and swollen. Now I am short of breath.',
      'swollen leg, out of breath since yesterday',
      'I have symptoms of a clot: my leg hurts and I am breathless',
      'My skin is hot and red, it is spreading, and I have a fever.',
      'The redness on my leg is spreading and mum is confused',
      'I have cellulitis and now I am shivering',
      'My arm is hot and red and my heart is racing',
      'I want to die',
      'I don’t want to live any more',
      'Sometimes I think of killing myself',
      'I feel suicidal since the operation',
      'They would be better off without me',
      'I took too many tablets',
      'His face is drooping',
      'I think I am having a heart attack',
      'I’m not sure if I have chest pain or just wind',
    ],
    harmless: [
      'Should I stop if I get chest pain?',
      'Good that the page mentions chest pain.',
      'The warning about chest pain should be higher up, I think.',
      'I have no chest pain, only a heavy arm.',
      'Ten years ago I had chest pain, and it was nothing.',
      'In 2015 she had a heart attack.',
      'My legs are swollen after a long day.',
      'My ankles swell in summer.',
      'The view left me breathless.',
      'I breathe deeply five times before I start.',
      'My skin was a little red after the session.',
      'My arm feels hot after exercise.',
      'I am dying to try this.',
      'I had a fever last week, can I go to my session now?',
      'I was confused by the second paragraph.',
      'People with a fever should wait, says the article.',
      'Breathing exercises help me to relax.',
      'It is a matter of life and death for the plant.',
      'What are the signs of a clot?',
      'Thank you, I did not know when to call for help.',
      'Open the chest and relax the shoulders.',
      'I hurt myself at the gym.',
      'The redness in the picture is hard to see.',
    ],
  });

  test('shows the commenter where to get help, and the moderator why', () => {
    expect(emergency(aComment({ source: 'Help. I can’t   breathe!' }))).toMatchObject({
      emergency: true,
      moderator: 'May be an emergency: “can’t breathe”',
      commenter: expect.stringContaining('help now'),
    });
  });
});
