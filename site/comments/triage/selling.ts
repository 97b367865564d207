import type { Check } from './check.ts';
import { definePhrases, findPhrases, quote } from './phrases.ts';
import type { Found } from './phrases.ts';
import { readText } from './read-text.ts';
import type { TextRead } from './read-text.ts';
import { wordSet } from './vocabulary.ts';

const SHOP =
  'clinic|studio|salon|shop|store|website|webshop|site|channel|course|courses|ebook|book|programme|program|product|products|instagram|facebook|page|podcast|blog|newsletter|oil|brush|range';

const SELLING = definePhrases([
  'dm|pm|inbox|whatsapp|telegram|message|contact|email me|us',
  'text|call|ring me|us on|at|now|today|for',
  'dms are|is open',
  'link|links in ..1 bio|profile',
  'discount|coupon|promo|promotional|voucher|referral code|codes',
  'use|with my? code',
  '# % off|discount',
  'special|exclusive price|prices|deal|deals',
  'special|limited|exclusive|introductory|free offer|offers|trial|consultation|samples|shipping|delivery|quote',
  'limited time',
  'money back',
  'satisfaction guaranteed',
  'buy|order|shop|book|enrol|enroll|register|subscribe now|today|here',
  'book online with',
  'sign up ..3 course|class|programme|program|newsletter|now|today|here',
  'book|schedule|reserve ..3 session|sessions|appointment|consultation|treatment|massage|call|slot ..2 with me|us',
  'book|schedule|reserve ..3 session|appointment|consultation|treatment now|today|online',
  `visit|join|try|buy|see|check|follow|find|get|order|download|read|to ..1 my|our ..2 ${SHOP}`,
  'from my|our ..1 shop|store|website|webshop|salon|studio',
  'i|we also? now? sell|offer|provide|ship ..5 session|sessions|treatment|treatments|course|courses|class|classes|massage|massages|product|products|packages|workshops|training|therapy|discounts|oils|garments|stockings',
  'i|we also? now? sell',
  'i|we|im|were selling',
  'click|tap ..1 here|link|below',
  'follow|find|add me|us on',
  'subscribe to my|our',
  'best|lowest|cheap|cheapest|affordable|great price|prices|rates',
  'my|our clinic|salon|studio|practice|spa|shop ..1 has|have|is|offers|offer ..3 opening|openings|slots|spaces|availability|taking|accepting|open|offering|offer',
  'openings|slots|spaces available|next|this|left|from',
  'first|initial|next session|consultation|treatment|massage|month|class ..1 free|half',
  'accepting|taking on? new clients|patients|bookings',
  'dot com|net|org|shop|co|info|biz|io|uk',
  'check|checkout|visit|google|try|order|buy ..6 com',
  'look me|us up',
  'find|see|catch|message|reach|add|follow me|us ..2 instagram|insta|ig|tiktok|facebook|fb|youtube|telegram|snapchat',
  'my|our insta|tiktok|youtube|telegram',
  'prices|rates start|starting|from|list',
  'for sale',
  'get yours',
  'appointments available',
  'come and|to see|visit me|us',
  'worldwide|fast|free shipping|delivery',
]);

const PRICES = definePhrases([
  '£|$|€ #',
  '# £|€|euro|euros|dollars|gbp|usd|eur',
  '# pounds|quid|bucks a|per|each|for ..1 session|sessions|hour|month|treatment|massage|bottle|course',
]);

const PAID = wordSet('paid spent');
/** Who says so has earned it: "I get paid", "they paid me". */
const EARNING = wordSet('get gets got getting be been being am are is was were im me us you');

/** Holds a comment that offers something for sale or names a price. */
export const selling: Check = ({ text, submission }) => {
  for (const part of [text, readText(submission.name)]) {
    for (const found of findOffers(part)) {
      return {
        code: 'selling',
        moderator: `Reads as if it sold something: ${quote(part, found)}`,
        commenter:
          'It mentions a price or an offer. An editor reads it first, because we publish no advertising.',
      };
    }
  }
  return undefined;
};

function* findOffers(text: TextRead): Generator<Found> {
  yield* findPhrases(text, SELLING);
  for (const found of findPhrases(text, PRICES)) if (!isPaid(found)) yield found;
}

/** "I paid 40 pounds for a session": what somebody has paid is no offer. */
function isPaid({ sentence: { words }, from }: Found): boolean {
  for (let at = from - 1; at >= Math.max(0, from - 4); at -= 1) {
    if (!PAID.has(words[at]?.text ?? '')) continue;
    return ![at - 1, at + 1].some((beside) => EARNING.has(words[beside]?.text ?? ''));
  }
  return false;
}
