import { describe, expect, test } from 'vitest';

import type { Submission } from '../submission.ts';
import { aComment, settings } from './comment.fixture.ts';
import { listedWords } from './words.ts';

const find = (words: readonly string[], changes: Partial<Submission>) =>
  listedWords({ ...aComment(changes), settings: { ...settings, words: [...words] } });

describe('listedWords', () => {
  test.for([
    ['casino', 'The CASINO is open'],
    ['Casino', 'ｃａｓｉｎｏ'],
    ['casino', '**cas**ino'],
    ['casino', 'cas\u00ADi\u200Bno'],
    ['casino', 'online-casino'],
    ['STRASSE', 'strasse'],
    ['İstanbul', 'i̇stanbul'],
    ['été', 'e\u0301te\u0301'],
    ['buy  now', 'Buy\nnow!'],
    ['c4sh', '(c4sh)'],
    ['$$$', 'Earn $$$ at home'],
    ['50% off', 'now 50% off'],
    ['赌场', '在线赌场很好'],
    ['viagra', 'v1agra'],
    ['casino', 'Best C4$1N0 here'],
    ['casino', 'c@sino!'],
    ['viagra', 'v!agra'],
    ['casino', 'с\u0430sin\u043E'],
    ['casino', 'casin\u03BF'],
    ['casino', 'cásïnô'],
    ['casino', '𝕔𝕒𝕤𝕚𝕟𝕠'],
    ['casino', 'ⓒⓐⓢⓘⓝⓞ'],
    ['viagra', 'v.i.a.g.r.a'],
    ['viagra', 'v i a g r a'],
    ['viagra', 'b u y v i a g r a'],
    ['viagra', 'v - i - a - g - r - a'],
    ['viagra', 'via-gra'],
    ['viagra', 'Via.Gra, cheap'],
    ['viagra', 'v_i_a_g_r_a'],
    ['viagra', 'v\u200Bi\u2060a\u00ADgra'],
    ['viagra', '***v*i*a*g*r*a***'],
    ['viagra', 'V 1 @ G R Á'],
    ['lottery', '1ottery'],
    ['buy now', 'Buy\nnow'],
    ['buy now', 'b-u-y n-o-w'],
    ['buy now', 'b u y  n o w'],
    ['buy now', 'buy – now'],
    ['казино', 'К а з и н о'],
    ['sex', 's3x'],
    ['sex', 's-e-x'],
    ['viagra', 'viaagra'],
    ['viagra', 'cheap viagrra here'],
    ['viagra', 'vviiaaggrraa'],
    ['viagra', 'V1aagra'],
    ['viagra', 'via-agra'],
    ['cialis', 'cialliss'],
    ['lottery', 'lotttery'],
    ['casino', 'CASINOOO'],
    ['buy now', 'buyy noww'],
    ['sex', 'sexxx'],
    ['казино', 'казиино'],
  ] as const)('finds %j in %j', ([word, source]) => {
    expect(find([word], { source })).toMatchObject({ code: 'words' });
  });

  test.for([
    ['casino', 'casinos'],
    ['art', 'heart and start'],
    ['ana', 'banana'],
    ['buy now', 'buy nowhere'],
    ['e', 'été'],
    ['', 'anything'],
    ['\u200B', 'anything'],
    ['sex', 'Essex, Sussex and Middlesex'],
    ['sex', 'sexes'],
    ['cialis', 'a specialist'],
    ['anal', 'analysis, an alternative'],
    ['viagra', 'via gravel roads'],
    ['viagra', 'I came via Granada'],
    ['together', 'to get her'],
    ['buy now', 'buynow'],
    ['boss', '8055'],
    ['1', 'I think'],
    ['ass', '455 and class'],
    ['tom', 'to me'],
    ['cat', 'c a terrible day'],
    ['lottery', 'lotery'],
    ['boss', 'bos'],
    ['bet', 'beet'],
    ['later', 'the latter'],
    ['lose', 'a loose sleeve'],
    ['super', 'after supper'],
    ['fed', 'I feed him'],
    ['viagra', 'viaa gra'],
    ['buy now', 'buyynow'],
  ] as const)('does not find %j in %j', ([word, source]) => {
    expect(find([word], { source })).toBeUndefined();
  });

  test('looks in the name and the website too', () => {
    expect(find(['casino'], { name: 'Casino King' })).toBeDefined();
    expect(find(['casino'], { website: 'https://casino.example/' })).toBeDefined();
  });

  test('names what it found, five words at most, to moderators only', () => {
    const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    expect(find(words, { source: words.join(' ') })).toEqual({
      code: 'words',
      moderator: 'On the list of words: “a”, “b”, “c”, “d”, “e” and 2 more',
    });
  });
});
