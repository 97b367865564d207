import type { Step } from '../cms/sanity.types.ts';
import type { View } from '../drawings/body.ts';
import { viewOf, type Region, type Side } from '../drawings/regions.ts';
import type { Direction } from '../drawings/strokes.ts';

/** Where the hands go in one step; absent for a step that is not about a place. */
export interface StepPlace {
  readonly regions: readonly Region[];
  readonly side: Side;
  readonly view: View;
  readonly direction: Direction | undefined;
}

/** One step, numbered from 1 in its list. */
export interface StepView {
  readonly number: number;
  readonly title: string;
  readonly instruction: string;
  readonly repetitions: string | undefined;
  readonly seconds: number | undefined;
  readonly caution: string | undefined;
  readonly place: StepPlace | undefined;
}

function placeOf({ regions, side, view, direction }: Step): StepPlace | undefined {
  if (!regions?.length) return undefined;
  return { regions, side: side ?? 'both', view: viewOf(regions, view), direction };
}

export function toStepViews(steps: readonly Step[]): readonly StepView[] {
  return steps.map((step, index) => ({
    number: index + 1,
    title: step.title,
    instruction: step.instruction,
    repetitions: step.repetitions,
    seconds: step.seconds,
    caution: step.caution,
    place: placeOf(step),
  }));
}

/** The steps that happen at a place of the body. */
export function placedSteps(
  steps: readonly StepView[],
): readonly { readonly number: number; readonly place: StepPlace }[] {
  return steps.flatMap(({ number, place }) => (place ? [{ number, place }] : []));
}

/** The views of the body that these places need: front before back. */
export function viewsOf(places: readonly { readonly place: StepPlace }[]): readonly View[] {
  return (['front', 'back'] as const).filter((view) =>
    places.some(({ place }) => place.view === view),
  );
}
