export const REGIONS = [
  { value: 'neck', title: 'Neck' },
  { value: 'collarbone', title: 'Collarbone' },
  { value: 'armpit', title: 'Armpit' },
  { value: 'chest', title: 'Chest' },
  { value: 'abdomen', title: 'Abdomen' },
  { value: 'groin', title: 'Groin' },
  { value: 'upper-arm', title: 'Upper arm' },
  { value: 'forearm', title: 'Forearm' },
  { value: 'hand', title: 'Hand' },
  { value: 'thigh', title: 'Thigh' },
  { value: 'knee', title: 'Knee' },
  { value: 'lower-leg', title: 'Lower leg' },
  { value: 'foot', title: 'Foot' },
  { value: 'upper-back', title: 'Upper back' },
  { value: 'lower-back', title: 'Lower back' },
] as const;

export const SIDES = [
  { value: 'left', title: 'Left' },
  { value: 'right', title: 'Right' },
  { value: 'both', title: 'Both sides' },
  { value: 'centre', title: 'Centre' },
] as const;

export const VIEWS = [
  { value: 'front', title: 'Front' },
  { value: 'back', title: 'Back' },
] as const;

export const DIRECTIONS = [
  { value: 'up', title: 'Up' },
  { value: 'down', title: 'Down' },
  { value: 'inward', title: 'Inward, towards the middle' },
  { value: 'outward', title: 'Outward, away from the middle' },
  { value: 'up-and-out', title: 'Up and out' },
  { value: 'down-and-in', title: 'Down and in' },
  { value: 'across', title: 'Across' },
  { value: 'circles', title: 'Circles' },
  { value: 'still', title: 'Still: hold, do not move' },
] as const;
