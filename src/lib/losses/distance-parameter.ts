import type { LossParameter } from './declare';
import { cosineDistance, euclidean, normalised, type Distance } from './distances';

/** The distance as a parameter of a declared loss. */
export const DISTANCE = {
  kind: 'option',
  default: 'euclidean',
  options: ['euclidean', 'cosine', 'normalised'],
  about: 'the distance: Euclidean, one minus the cosine, or Euclidean after division by the length',
} as const satisfies LossParameter;

/** What the names of {@link DISTANCE} stand for. */
export const DISTANCES: Record<(typeof DISTANCE.options)[number], Distance> = {
  euclidean,
  cosine: cosineDistance,
  normalised: normalised(euclidean),
};
