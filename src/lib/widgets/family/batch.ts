import type { Cloud } from '../../state/parameters';
import type { Batch } from './entry';

/** The plane is the square [−EDGE, EDGE]²; no point leaves it. */
export const EDGE = 1.6;

/** The most points that the batch holds. */
export const MOST = 12;

const at = (degrees: number, length: number) => [
  length * Math.cos((degrees * Math.PI) / 180),
  length * Math.sin((degrees * Math.PI) / 180),
];

/** The batch to start with: three classes near the unit circle, each with one point astray. */
const START: Cloud = {
  labels: [0, 0, 0, 1, 1, 1, 2, 2, 2],
  xy: Float64Array.from(
    [
      at(12, 1.05),
      at(58, 0.8),
      at(-72, 0.9),
      at(122, 1.05),
      at(168, 0.75),
      at(38, 1.2),
      at(238, 1.05),
      at(300, 0.7),
      at(180, 1.05),
    ].flat(),
  ),
};

/** Class weights to start with, a little off the middle of their classes. */
const WEIGHTS: Cloud = {
  labels: [0, 1, 2],
  xy: Float64Array.from([at(25, 0.45), at(140, 0.45), at(-95, 0.45)].flat()),
};

const rows = ({ xy, labels }: Cloud) => labels.map((_, i) => [xy[2 * i] ?? 0, xy[2 * i + 1] ?? 0]);

/** The points and weights placed by hand, or else those to start with. */
export function batchOf({ points, weights }: { points: Cloud | null; weights: Cloud | null }): Batch {
  const cloud = points ?? START;
  // A class that the weights leave out keeps the one that it starts with.
  const W = rows(WEIGHTS).map((own, j) => {
    const i = weights?.labels.indexOf(j) ?? -1;
    return weights && i >= 0 ? [weights.xy[2 * i] ?? 0, weights.xy[2 * i + 1] ?? 0] : own;
  });
  return { x: rows(cloud), labels: cloud.labels, W };
}

const cloudOf = (x: Batch['x'], labels: readonly number[]): Cloud => ({
  xy: Float64Array.from(x.flat()),
  labels,
});

/** The batch as the parameters that would place it. */
export const placed = ({ x, labels, W }: Batch): { points: Cloud; weights: Cloud } => ({
  points: cloudOf(x, labels),
  weights: cloudOf(W, WEIGHTS.labels),
});
