// Alternatives in phrases, as people type them: in a hurry, without apostrophes, misspelt.

export const PAIN =
  'pain|pains|painful|pian|ache|aches|aching|hurt|hurts|hurting|tight|tightness|tightening|heavy|heaviness|crushing|stabbing|squeezing|discomfort|killing';
export const SWOLLEN =
  'swollen|swelling|swelled|swell|swells|ballooned|balloon|puffy|puffed|blew|huge|massive|enormous|blown|double|doubled|twice|bigger|fatter';
export const HOT =
  'hot|hotter|red|redder|reddening|warm|burning|inflamed|purple|blue|discoloured|discolored';
export const SORE = 'painful|pain|hurts|hurting|sore|tender|throbbing|agony|hard|solid';
export const PART =
  'skin|skins|leg|legs|arm|arms|foot|feet|hand|breast|wound|scar|incision|stitches|toe|toes|finger|fingers|calf|ankle|shin|thigh|groin|boob|cheek';

/** A word and how it is mistyped: a letter left out, doubled, or changed places with the next. */
export function mistyped(word: string): string {
  const places = Array.from(word, (letter, at) => {
    const [before, after] = [word.slice(0, at), word.slice(at + 1)];
    return [
      before + after,
      before + letter + letter + after,
      before + after.slice(0, 1) + letter + after.slice(1),
    ];
  });
  return [...new Set([word, ...places.flat()])].join('|');
}
