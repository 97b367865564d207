// Alternatives in phrases, as people type them: in a hurry, without apostrophes, misspelt.

export const PAIN =
  'pain|pains|painful|pian|ache|aches|aching|hurt|hurts|hurting|tight|tightness|tightening|heavy|heaviness|crushing|stabbing|squeezing|discomfort|killing';
export const SWOLLEN =
  'swollen|swelling|swelled|swell|swells|ballooned|balloon|puffy|puffed|blew|huge|massive|enormous|blown|double|twice|bigger';
export const HOT = 'hot|red|warm|burning|inflamed|purple|blue|discoloured|discolored';
export const SORE = 'painful|pain|hurts|hurting|sore|tender|throbbing|agony|hard|solid';
export const PART =
  'skin|skins|leg|legs|arm|arms|foot|feet|hand|breast|wound|scar|incision|stitches|toe|toes|finger|fingers|calf|ankle|shin|thigh|groin|boob|cheek';
