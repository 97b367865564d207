/** A part of a picture, in whole pixels from its upper left corner. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** What editors cut off each side, as shares of the whole picture. */
export interface Cut {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What must stay in sight, as shares of the whole picture. */
export interface Focus {
  readonly x: number;
  readonly y: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** The part of a picture that an editor kept: at least a pixel of it. */
export function keptRect(whole: Size, cut: Cut | undefined): Rect {
  const { left = 0, top = 0, right = 0, bottom = 0 } = cut ?? {};
  const x = span(whole.width, left, right);
  const y = span(whole.height, top, bottom);
  return { left: x.from, top: y.from, width: x.length, height: y.length };
}

/** The largest part of `kept` with the given ratio of width to height, as near to the focus as it fits. */
export function rectAround(whole: Size, kept: Rect, ratio: number, focus: Focus | undefined): Rect {
  const width = Math.max(1, Math.min(kept.width, Math.round(kept.height * ratio)));
  const height = Math.max(1, Math.min(kept.height, Math.round(kept.width / ratio)));
  const middle = {
    x: focus === undefined ? kept.left + kept.width / 2 : focus.x * whole.width,
    y: focus === undefined ? kept.top + kept.height / 2 : focus.y * whole.height,
  };
  return {
    left: within(middle.x - width / 2, kept.left, kept.left + kept.width - width),
    top: within(middle.y - height / 2, kept.top, kept.top + kept.height - height),
    width,
    height,
  };
}

function span(length: number, before: number, after: number): { from: number; length: number } {
  const from = within(before * length, 0, length - 1);
  const to = within((1 - after) * length, from + 1, length);
  return { from, length: to - from };
}

function within(value: number, low: number, high: number): number {
  return Math.round(Math.min(Math.max(value, low), high));
}
