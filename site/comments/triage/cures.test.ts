import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { cures } from './cures.ts';

describe('cures', () => {
  holdsContract(cures, {
    held: [
      'Lymph massage cures cancer.',
      'It cured my lymphoedema in two weeks',
      'This will CURE your cellulitis!',
      'Dry brushing **cures** every disease.',
      'ｃｕｒｅｓ cancer',
      'The only real cure for breast cancer is a clean lymph system.',
      'Did you know that massage cures diabetes?',
      'Can it cure cancer? Yes it can.',
      'It’s not magic, but it cures cancer.',
      'I can’t believe it cured my arthritis',
      'You will be completely cured',
      'This is guaranteed to heal you.',
      'Results guaranteed within a week',
      'A miracle cure that doctors hide',
      'Castor oil dissolves tumours and blood clots',
      'She reversed her lipoedema with juice',
      'I got rid of my fibromyalgia for good',
      'My lymphoma has completely vanished since I began',
      'It healed my mother’s eczema',
      'Drinking celery juice prevents cancer',
      'It cures you of everything',
      'MLD flushes cancer out of the body',
      'It starves tumours',
      '100% cure rate',
      'Doctors don’t want you to know this treats cancer',
      'They don’t want you to know that it cures cancer',
      'It treats diabetes',
      'massage detoxes the cancer out of your body',
      'It gets cancer out of your system',
      'It fixed my lymphoedema permanently',
      'it stops metastases',
      'I no longer have MS since I began',
      'The swelling vanished forever, it’s a miracle',
      'My swelling has gone for good',
    ],
    harmless: [
      'Massage does not cure cancer.',
      'There is no cure for lymphoedema, as you say.',
      'Does it cure lymphoedema?',
      'Is there a cure for lipoedema?',
      'Nobody has shown that it cures anything.',
      'No study shows that massage can cure cancer.',
      'It is a myth that drainage cures disease.',
      'I doubt that it helps, but it feels lovely.',
      'How do I get rid of the swelling after a long flight?',
      'It really helped my swollen ankles.',
      'My skin feels softer and the swelling went down.',
      'The wound healed well after a few weeks.',
      'Thank you, this cleared up a lot of confusion.',
      'It can’t cure lipoedema, my therapist says, only ease it.',
      'I am curious how long the effect lasts.',
      'The procedure is well explained.',
      'Results are not guaranteed, I suppose?',
      'Cured ham is bad for swelling, said my gran',
      'It drains fluid after breast surgery.',
      'Bacon can be cured with salt.',
      'It never cured anyone of cancer',
      'Can lymphoedema be reversed, or only managed?',
      'My sessions stopped during covid.',
      'It does not stop metastases.',
      'My surgeon treats breast cancer.',
      'The swelling had gone by the morning.',
      'I no longer have the leaflet.',
      'I don’t want to know the price.',
    ],
  });

  test('names what it found, as it was typed', () => {
    expect(cures(aComment({ source: 'Believe me: it\nCured  my cancer!' }))).toMatchObject({
      code: 'cure',
      moderator: 'Says that something cures or heals: “Cured my cancer”',
    });
  });
});
