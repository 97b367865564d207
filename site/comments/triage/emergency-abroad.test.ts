import { describe, expect, test } from 'vitest';

import { holdsContract } from './check-contract.fixture.ts';
import { aComment } from './comment.fixture.ts';
import { findAbroad } from './emergency-abroad.ts';
import { emergency } from './emergency.ts';

describe('emergency, in other languages', () => {
  holdsContract(emergency, {
    held: [
      'Me duele el pecho y no puedo respirar',
      'NO PUEDO RESPIRAR ayuda',
      'Je ne veux plus vivre',
      'No quiero vivir',
      'Não quero mais viver',
      'Non voglio più vivere',
      'Nie chcę już żyć',
      'Ik wil niet meer leven',
      'me duele mucho el pecho',
      'mir tut die brust weh',
      'Ich bekomme kaum noch Luft und mein Bein ist dick',
      'quiero **morir**',
      'Ya no quiero vivir, quiero morir',
      'Não consigo respirar, estou com dor no peito',
      'nao consigo respirar',
      'Je n’arrive plus à respirer',
      'j arrive pas a respirer',
      'Mon père a mal à la poitrine, appelez une ambulance',
      'Ich bekomme keine Luft mehr',
      'Schmerzen in\nder Brust seit gestern',
      'Ich will nicht mehr leben',
      'Ho un forte dolore al petto',
      'Ik heb pijn op de borst',
      'Nie mogę oddychać',
      'Nie moge oddychac, boli mnie klatka piersiowa',
      'Nefes alamıyorum, göğsüm ağrıyor',
      'NEFES ALAMIYORUM',
      'gogsum agriyor',
      'Saya sesak napas dan nyeri dada',
      'Tôi không thở được',
      'Не могу дышать, болит грудь',
      'хочу покончить с собой',
      'Не можу дихати',
      'Θέλω να πεθάνω',
      'عندي ألم في الصدر',
      'لا استطيع التنفس',
      'أفكر في الانتحار',
      'نمی‌توانم نفس بکشم',
      'לא יכולה לנשום',
      'मेरे सीने में दर्द है',
      'साँस नहीं आ रही',
      'মরতে চাই',
      '我胸口痛，快叫救护车',
      '我不想活了',
      '胸が痛くて息ができない',
      '死にたいです',
      '가슴이 아프고 숨을 못 쉬겠어요',
      'เจ็บหน้าอก หายใจไม่ออก',
    ],
    harmless: [
      'Gracias por el artículo, respiro despacio y me ayuda.',
      'Danke, die Luft in der Praxis war gut.',
      'Merci, je respire mieux.',
      'Спасибо, дышу медленно.',
      'شكرا على المقال',
      '谢谢，文章很好。',
      'I have no respiratory problems.',
    ],
  });

  test('tells the moderator the words', () => {
    expect(emergency(aComment({ source: 'Quiero MORIR' }))).toMatchObject({
      emergency: true,
      moderator: 'May be an emergency: “quiero morir”',
    });
  });
});

describe('findAbroad', () => {
  test('finds nothing in a part of a word', () => {
    expect(findAbroad('xquiero morir')).toBeUndefined();
  });
});
