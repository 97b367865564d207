import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { selling } from './selling.ts';

describe('selling', () => {
  holdsContract(selling, {
    held: [
      'DM me for details',
      'Message me if you want to know more',
      'WhatsApp me on the number in my profile',
      'Use code LYMPH20 at the till',
      'There is a discount code on our page',
      'Get 20% off today',
      'Book a session with me',
      'You can book an appointment online with us',
      'Visit my website',
      'Check out our new course',
      'Follow me on Instagram',
      'I offer lymphatic massage in Leeds',
      'We sell the best dry brushes',
      'Click here',
      'Link in bio',
      'Buy now before it is gone',
      'Limited time offer',
      'It costs £60',
      'a session is 50 euros',
      '60 pounds a session is fair',
      'Affordable prices, qualified staff',
      'Free shipping worldwide',
      'Sign up for my course',
      'My clinic has openings next week, first session is free',
      'first session free',
      'We are taking on new clients',
      'Check out lymph-glow dot com',
      'Check out lymph-glow.com',
      'Look me up on Instagram @lymphqueen',
      'Find me on TikTok',
      'Order from our online shop',
      'Get paid 500 dollars a week',
      'You pay 40 pounds for a session',
      'I paid £40, and so can you. Book online with us.',
    ],
    harmless: [
      'How much does a session usually cost?',
      'I booked a session with her last week.',
      'Before you book a session, ask what training they have.',
      'Call me old-fashioned, but I like paper books.',
      'Thank you for this website.',
      'I lost twenty pounds last year and my legs feel lighter.',
      'Could you write about compression next?',
      'My therapist explained it in the same way.',
      'It was a free class at the hospital.',
      'I would follow that advice.',
      'Where can I find a trained therapist?',
      'The course of treatment took three weeks.',
      'The book by Földi is worth reading.',
      'Is it too expensive for most people?',
      'I tried it at home for a month.',
      'My clinic uses bandages first.',
      'The clinic has slots on Mondays.',
      'My first session was lovely.',
      'There is a red dot on my leg.',
      'I looked it up.',
      'My clinic has a waiting list of a year.',
      'We offer our thanks.',
      'The code of conduct says so.',
      'Please contact the therapist who treated you.',
      'What do people in the trial pay with? Time.',
      'I paid 40 pounds for a session',
      'I paid £40 for a session.',
      'My mum has spent 900 euros on it.',
    ],
  });

  test('looks at the name too', () => {
    expect(selling(aComment({ name: 'Book now at Anna’s' }))).toMatchObject({ code: 'selling' });
  });
});
