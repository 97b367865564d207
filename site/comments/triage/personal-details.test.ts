import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { personalDetails } from './personal-details.ts';

describe('personalDetails', () => {
  holdsContract(personalDetails, {
    held: [
      'I was diagnosed with breast cancer in spring.',
      'I’ve just been diagnosed',
      'My mother’s lymphoma is stage 3.',
      'My mum has stage 3 lymphoma',
      'I have lymphoedema in my left arm.',
      'I live with lipoedema',
      'my breast cancer came back',
      'My husband was diagnosed last year.',
      'My diagnosis was a shock.',
      'I am on tamoxifen',
      'I take blood thinners, is it safe?',
      'Since my mastectomy my arm swells.',
      'She had radiotherapy in May',
      'He died of a blood clot',
      'I’m diabetic',
      'I am now in remission',
      'My MRI results came today',
      'Jane Miller has cancer.',
      'Our neighbour Tom was diagnosed too',
      'My colleague has multiple sclerosis',
      'Ring 020 7946 0958',
      'My number is +44 7700 900123',
      '(555) 123-4567 is mine',
      'Write to ann.miller@example.org',
      'ann (at) example (dot) org',
      'ann [at] example.org',
      'ann at example dot org',
      'ann@example [dot] org',
      'I was born on 3 May 1970',
      'date of birth 03/05/70',
      'I live at 12 Acacia Avenue',
      'My postcode is SW1A 1AA',
      'I have had cancer for 12 years.',
      'I have had lymphoedema and cancer for 12 years.',
      'I have had lymphoedema for 12 years since my mastectomy.',
      'My name is Ann and I have had lymphoedema for 12 years.',
      'My mum has had lymphoedema for 12 years.',
      'I have MS',
    ],
    harmless: [
      'I have a question about lymphoedema.',
      'I have read about cellulitis.',
      'People with lymphoedema should know this.',
      'How is lymphoedema diagnosed?',
      'Anyone who has been diagnosed will find this helpful.',
      'What is stage 2 lymphoedema?',
      'I have never had cancer.',
      'I do not have lymphoedema.',
      'My legs swell in summer.',
      'I am a nurse and I agree.',
      'My mother liked the article.',
      'My therapist showed me the same strokes.',
      'I have ten minutes a day for this.',
      'The trial from 2010-2015 and the one of 2019 differ.',
      'See doi 10.1097/MD.0000000000023192 and PMID 33285693.',
      'https://example.org/1234567890123 says the same.',
      'It was published on 2026-11-21 10:30.',
      'The values 0.61 0.29 1.26 surprise me.',
      'Everyone has lymph nodes.',
      'Which patients had cancer in that trial?',
      'I walk 12 minutes to the park.',
      'The 14 sessions were in Leeds.',
      'My massage stroke is too fast, I think.',
      'Look at this (at home. Or not).',
      'Thank you, Anna.',
      'I have had lymphoedema for 12 years.',
      'I’ve had primary lymphoedema for over ten years now.',
      'I have had lipoedema all my life.',
      'I have had lymphoedema since 2014.',
    ],
  });

  test('names the kind, and repeats nothing that may have to be removed', () => {
    const source = 'I was diagnosed with cancer. Ring 020 7946 0958 or write to ann@example.org';
    const found = personalDetails(aComment({ source }));
    expect(found).toMatchObject({
      moderator: 'Personal details: a diagnosis, a telephone number, an email address',
    });
    expect(JSON.stringify(found)).not.toMatch(/7946|ann@|cancer/);
  });
});
