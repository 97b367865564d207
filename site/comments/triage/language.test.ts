import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { otherLanguage } from './language.ts';
import { readExamples } from './read-examples.fixture.ts';

describe('otherLanguage', () => {
  holdsContract(otherLanguage, {
    held: [
      'Tengo la pierna hinchada desde la operación y el masaje me ayuda mucho por la noche.',
      'hola, mi madre tiene linfedema en el brazo, el doctor dice que no debe tomar mas pastillas',
      'TENGO LA PIERNA HINCHADA DESDE LA OPERACION Y EL MASAJE ME AYUDA MUCHO',
      'Ich habe seit der Operation ein Lymphödem im Arm und trage jeden Tag einen Strumpf.',
      'was ich gern wissen will: wie oft soll man das am tag machen, in der woche',
      'J’ai un lymphœdème au bras depuis mon opération et le drainage me soulage beaucoup.',
      'Est-ce que le massage est possible pendant la grossesse, ou faut-il attendre un peu ?',
      'Tenho as pernas inchadas desde a cirurgia e a drenagem linfática ajuda muito.',
      'Mam obrzęk ręki od operacji i masaż limfatyczny bardzo mi pomaga, polecam wszystkim.',
      'Ameliyattan sonra kolumda ödem oluştu ve lenf masajı bana çok iyi geliyor.',
      'Ik heb sinds de operatie een dikke arm en de therapeut is heel lief voor mij.',
      'Ho il braccio gonfio dopo l’intervento e il massaggio mi aiuta molto la sera.',
      'Tôi bị phù chân sau phẫu thuật và xoa bóp bạch huyết giúp tôi rất nhiều.',
      'Kaki saya bengkak sejak operasi dan pijat limfatik sangat membantu saya pada malam hari.',
      'التدليك يساعدني كثيرا بعد العملية وأنا أشكركم',
      'After surgery: ساقي متورمة منذ العملية والتدليك يساعدني كثيرا',
      '手术后我的腿肿了，按摩很有帮助。',
      'ऑपरेशन के बाद मेरा पैर सूज गया है',
      'После операции у меня отекает рука, массаж помогает.',
      'Μετά την επέμβαση πρήζεται το χέρι μου.',
      'Merci beaucoup pour cet article, see https://example.org/the/and/of/with/for/you, c’est très utile pour ma mère',
      'Das ist alles sehr gut und schön `the and of with for you that this` aber nicht für mich',
      'Je ne veux plus vivre',
      'No quiero vivir',
      'Não quero mais viver',
      'Non voglio più vivere',
      'Nie chcę już żyć',
      'me duele mucho el pecho',
      'mir tut die brust weh',
      'Ich bekomme kaum noch Luft und mein Bein ist dick',
      'Starke Schmerzen im Bein',
      'Mein Bein schmerzt sehr',
      'J’ai mal partout',
      'Estou muito mal',
      'mijn been doet zeer',
      'Bacağım çok şişti',
      'TENGO LA PIERNA HINCHADA',
      'saya mau mati',
      'jag mår väldigt dåligt',
      'no me siento bien',
      'on a mal au bras',
      'me sens pas bien',
      'comment se passe un massage',
      'mijn been is heel dik',
      'Ik was in de week van mijn operatie in het ziekenhuis en is het nu weer over',
      'was hilft gegen die Schmerzen',
      'hand und arm sind taub',
      'die Hand tut so weh',
      'det gør ondt i min arm',
      'o que fazer no hospital',
      'to jest to',
    ],
    harmless: [
      'Thank you!',
      'Merci!',
      'Très bien, merci',
      'Great article.',
      'It cures cancer, guaranteed.',
      'Thanks so much, Aoife!',
      'Dr Emil Vodder Institute, Walchsee?',
      'Very informative, cheers.',
      'Brilliantly explained, ta',
      'Thank you Dr Földi',
      'Typo in paragraph three.',
      'Flat knit, class 2.',
      'Bilateral lipoedema, stage 2.',
      'MLD, CDT, IPC?',
      'Vodder or Leduc or Földi?',
      'Superb diagrams!',
      'Gorgeous illustrations throughout.',
      'lol same here',
      'Muchas gracias',
      'Vielen Dank, sehr gut',
      'Any evidence for kinesiotape?',
      'Axillary web syndrome next please',
      'Bookmarked for later',
      'Wishing everyone wellness',
      'Excellent.',
      '👍👍👍',
      '10/10',
      '???',
      'Bilateral lower limb lymphoedema secondary to gynaecological cancer: CDT, then flat knit class 3.',
      'Thanks to Emil Vodder, Albert Leduc, Michael Földi, Judith Casley-Smith and Erich Brenner.',
      'Müller, Klingberg, Wertli and Carreira 2018 found no difference in quality of life.',
      'My surgeon wrote “drenaje linfático manual” on the form. Is that the same thing?',
      '> Ich habe seit der Operation ein Lymphödem\n\nI cannot read that, but I think they ask about an arm after surgery. Is there a page for it?',
      'See https://example.org/una/pagina/en/otra/lengua/con/muchas/palabras for this.',
      'Mine says `nil por la boca hasta manana por la tarde` in the file. What does it mean?',
      'The β blocker and 5 μg of it, ≥ 3 days, are what my doctor said.',
      '谢谢, this page is a great help to my mother.',
    ],
  });

  describe.for(
    ['ordinary-comments.fixture.txt', 'emergencies.fixture.txt'].flatMap((file) =>
      readExamples(file),
    ),
  )('passes over %s', ([, harmless]) => {
    holdsContract(otherLanguage, { held: [], harmless });
  });

  test('says to the moderator that nothing was looked for, and to the commenter what happens', () => {
    expect(otherLanguage(aComment({ source: 'Спасибо за статью' }))).toEqual({
      code: 'language',
      moderator: 'Not in English: the checks for health words did not read it',
      commenter: expect.stringContaining('an editor reads it first'),
    });
  });
});
