import { pathOf } from '../cms/addresses.ts';
import type { Technique } from '../cms/sanity.types.ts';
import { placedSteps, toStepViews, viewsOf, type StepPlace } from './steps.ts';
import type { View } from '../drawings/body.ts';

/** A technique in a list, with where on the body it works. */
export interface TechniqueEntry {
  readonly title: string;
  readonly summary: string;
  readonly href: string;
  readonly steps: number;
  readonly position: string;
  readonly duration: string;
  readonly view: View;
  readonly places: readonly StepPlace[];
}

export function toTechniqueEntry(technique: Technique): TechniqueEntry {
  const placed = placedSteps(toStepViews(technique.steps));
  return {
    title: technique.title,
    summary: technique.summary,
    href: pathOf(technique) ?? '/technique/',
    steps: technique.steps.length,
    position: technique.position,
    duration: technique.duration,
    view: viewsOf(placed)[0] ?? 'front',
    places: placed.map(({ place }) => place),
  };
}
