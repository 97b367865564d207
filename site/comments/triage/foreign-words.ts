import { wordSet } from './vocabulary.ts';

/** What stands in nearly every sentence of a neighbour of English, and in none of its own; nor in names. */
const FOREIGN = wordSet(`
  el los las un una uno unos unas que para por pero muy es esta este esto estoy está su tu te
  nos nada todo toda bien mal hola siento tengo tiene duele porque cuando donde más não nao uma muito meu
  minha isso estou tenho dói ela ele il gli che sono hai mio mia della nel questo molto anche
  perché sto je elle nous vous ils les des une est pas qui dans sur avec mais mon mes sont suis jai ça cest
  faire fait aussi être bras jambe ne au aux du ich mir mich du sie wir ihr das dem ein eine einen einem
  ist sind nicht und oder aber mit auf für zu nach bei zum wie wenn noch auch nur sehr mein meine mehr habe
  hatte haben kann kein keine schon weh tut gegen ik mij mijn jij het een niet ook maar voor met zijn heb
  heeft naar bij nog deze dit geen veel pijn doet jag jeg och og det är ett inte ikke mitt på för att ont
  ondt vondt så mycket meget nie jest się mam mnie moja mój jak bardzo czy tak bir çok için değil benim bana
  saya yang tidak ini itu sakit sangat untuk dengan
`);

/** English, and as common in one of its neighbours: it tells neither. */
const SHARED = wordSet(`
  a i no me he so is in on an as do to of at for by it her was had we over under week been men man hand arm
  am will die war gift fast hat also best come once real has son den ten min or us plus final grave normal total
  hospital doctor page article comment question massage dose doses super pain
`);

/** How many words speak for a language other than English, less those that speak for English. */
export function countForeign(
  words: readonly string[],
  isEnglish: (word: string) => boolean,
): number {
  let count = 0;
  for (const word of words) {
    const plain = word.toLowerCase().replaceAll(/['’]/g, '');
    if (FOREIGN.has(plain)) count += 1;
    else if (!SHARED.has(plain) && isEnglish(plain)) count -= 1;
  }
  return count;
}
